-- reach: institution
-- kind: record
UPDATE tasks SET passed_at = $3
WHERE institution_id = $1 AND id = $2 AND passed_at IS NULL
