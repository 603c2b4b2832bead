-- reach: institution
-- kind: read
SELECT survivor_task
FROM merged_tasks
WHERE institution_id = $1 AND double_task = $2
