-- reach: institution
-- kind: read
SELECT id, unit_id, title, duty
FROM posts
WHERE institution_id = $1 AND id = $2
