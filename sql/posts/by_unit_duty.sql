-- reach: institution
-- kind: read
SELECT id, unit_id, title, duty
FROM posts
WHERE institution_id = $1 AND unit_id = $2 AND duty = $3
ORDER BY title, id
