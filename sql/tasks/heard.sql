-- reach: institution
-- kind: record
UPDATE tasks SET read_at = $3, met_at = COALESCE(met_at, $3)
WHERE institution_id = $1 AND id = $2 AND read_at IS NULL
