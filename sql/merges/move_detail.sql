-- reach: institution
-- kind: record
UPDATE details SET person_id = $4, until = $6
WHERE institution_id = $1 AND id = $2 AND person_id = $3 AND COALESCE(until, '') = COALESCE($5, '')
