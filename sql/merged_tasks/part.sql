-- reach: institution
-- kind: record
DELETE FROM merged_tasks
WHERE institution_id = $1 AND double_task = $2
