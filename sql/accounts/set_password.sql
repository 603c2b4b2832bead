-- reach: institution
-- kind: record
UPDATE accounts SET password_hash = $3
WHERE institution_id = $1 AND id = $2
