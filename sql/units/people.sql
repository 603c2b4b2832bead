-- reach: institution
-- kind: read
SELECT id, person_id, unit_id, category, position, since, until
FROM engagements
WHERE institution_id = $1 AND unit_id = $2 AND (until IS NULL OR until >= $3)
ORDER BY person_id, since, id
