-- reach: institution
-- kind: record
UPDATE own_elections
SET version = $3, state = $4, confirmed_by = $5, confirmed_at = $6, ended_by = $7, ended_at = $8
WHERE institution_id = $1 AND id = $2 AND version = $3 - 1
