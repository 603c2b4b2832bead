-- reach: institution
-- kind: record
UPDATE absences SET striker_id = $3, struck_at = $4
WHERE institution_id = $1 AND id = $2 AND struck_at IS NULL
