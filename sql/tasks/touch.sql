-- reach: institution
-- kind: bookkeeping
UPDATE tasks SET unit_id = unit_id
WHERE institution_id = $1 AND person_id = $2
