-- reach: institution
-- kind: record
DELETE FROM tasks
WHERE institution_id = $1 AND id = $2
