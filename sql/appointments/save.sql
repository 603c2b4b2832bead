-- reach: institution
-- kind: record
UPDATE appointments SET version = $3, state = $4, decided_by = $5, decided_at = $6
WHERE institution_id = $1 AND id = $2 AND version = $3 - 1
