-- reach: institution
-- kind: read
SELECT id, account_id, credential, data, created_at
FROM passkeys
WHERE institution_id = $1 AND account_id = $2
ORDER BY created_at, id
