-- reach: institution
-- kind: record
UPDATE imports SET decided_at = $3
WHERE institution_id = $1 AND id = $2 AND decided_at IS NULL
