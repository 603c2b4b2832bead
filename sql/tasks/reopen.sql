-- reach: institution
-- kind: record
UPDATE tasks SET ended_at = NULL
WHERE institution_id = $1 AND id = $2
