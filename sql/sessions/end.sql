-- reach: institution
-- kind: record
DELETE FROM sessions
WHERE institution_id = $1 AND account_id = $2 AND token_hash = $3
