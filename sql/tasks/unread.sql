-- reach: institution
-- kind: record
UPDATE tasks SET read_at = NULL
WHERE institution_id = $1 AND id = $2 AND read_at = $3 AND passed_at IS NULL
