-- reach: institution
-- kind: read
SELECT step, way, named_id, also_id, device
FROM step_ways
WHERE institution_id = $1 AND task_id = $2
ORDER BY step
