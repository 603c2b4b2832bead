-- reach: institution
-- kind: read
SELECT id, person_id, unit_id, category, position, since, until
FROM engagements
WHERE institution_id = $1 AND person_id >= $2 AND person_id <= $3
ORDER BY person_id, since, id
