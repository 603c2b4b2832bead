-- reach: institution
-- kind: record
UPDATE tasks SET exempt_at = $3, refused = $4
WHERE institution_id = $1 AND id = $2
