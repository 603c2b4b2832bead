-- reach: institution
-- kind: read
SELECT issued_at, expires_at, used_at
FROM activations
WHERE institution_id = $1 AND person_id = $2
ORDER BY issued_at DESC
LIMIT $3
