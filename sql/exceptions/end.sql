-- reach: institution
-- kind: record
UPDATE exceptions SET ender_id = $3, ended_at = $4
WHERE institution_id = $1 AND id = $2 AND ended_at IS NULL
