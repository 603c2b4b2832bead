-- reach: institution
-- kind: read
SELECT id, address, size, stored_at
FROM files
WHERE institution_id = $1 AND id = $2
