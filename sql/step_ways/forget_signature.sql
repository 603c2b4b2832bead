-- reach: institution
-- kind: record
DELETE FROM step_ways
WHERE institution_id = $1 AND task_id = $2 AND (
    step = 'signed'
    OR (step = 'pledged' AND task_id IN (
        SELECT id FROM tasks WHERE institution_id = $1 AND id = $2 AND pledged_at IS NULL
    ))
)
