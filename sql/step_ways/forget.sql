-- reach: institution
-- kind: record
DELETE FROM step_ways
WHERE institution_id = $1 AND task_id = $2 AND step = $3
