-- reach: institution
-- kind: record
UPDATE adoptions SET version = $3, state = $4, settled_by = $5, settled_at = $6
WHERE institution_id = $1 AND id = $2 AND version = $3 - 1
