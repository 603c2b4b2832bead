-- reach: institution
-- kind: record
UPDATE absences SET person_id = $4
WHERE institution_id = $1 AND id = $2 AND person_id = $3
