-- reach: institution
-- kind: record
INSERT INTO step_ways (institution_id, task_id, step, person_id, way, named_id, also_id, device)
SELECT institution_id, id, $3, person_id, $4, $5, $6, $7
FROM tasks
WHERE institution_id = $1 AND id = $2
ON CONFLICT (task_id, step) DO NOTHING
