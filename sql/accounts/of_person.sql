-- reach: institution
-- kind: read
SELECT id, person_id, password_hash
FROM accounts
WHERE institution_id = $1 AND person_id = $2
