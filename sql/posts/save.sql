-- reach: institution
-- kind: record
UPDATE posts SET title = $3
WHERE institution_id = $1 AND id = $2
