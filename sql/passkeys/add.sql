-- reach: institution
-- kind: record
INSERT INTO passkeys (
    institution_id, id, account_id, credential, data, created_at
) VALUES (
    $1, $2, $3, $4, $5, $6
)
