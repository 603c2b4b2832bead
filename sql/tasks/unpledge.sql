-- reach: institution
-- kind: record
UPDATE tasks SET pledged_at = NULL
WHERE institution_id = $1 AND id = $2 AND pledged_at = $3
