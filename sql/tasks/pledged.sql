-- reach: institution
-- kind: record
UPDATE tasks SET pledged_at = $3
WHERE institution_id = $1 AND id = $2 AND pledged_at IS NULL
