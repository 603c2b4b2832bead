-- reach: institution
-- kind: record
INSERT INTO kiosks (
    institution_id, id, operator_id, token_hash, opened_at, expires_at
) VALUES (
    $1, $2, $3, $4, $5, $6
)
