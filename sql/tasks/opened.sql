-- reach: institution
-- kind: record
UPDATE tasks SET opened_at = $3, met_at = COALESCE(met_at, $3)
WHERE institution_id = $1 AND id = $2 AND opened_at IS NULL
