-- reach: institution
-- kind: record
DELETE FROM passkeys
WHERE institution_id = $1 AND account_id = $2
