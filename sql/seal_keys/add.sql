-- reach: institution
-- kind: record
INSERT INTO seal_keys (
    institution_id, id, certificate, secret, since, until
) VALUES (
    $1, $2, $3, $4, $5, $6
)
ON CONFLICT (institution_id) WHERE until IS NULL DO NOTHING
