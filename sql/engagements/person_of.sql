-- reach: institution
-- kind: read
SELECT person_id
FROM engagements
WHERE institution_id = $1 AND id = $2
