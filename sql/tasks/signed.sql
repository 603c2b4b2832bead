-- reach: institution
-- kind: record
UPDATE tasks SET signed_at = $3
WHERE institution_id = $1 AND id = $2 AND signed_at IS NULL
