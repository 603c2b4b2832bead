-- reach: institution
-- kind: read
SELECT id, person_id, kind, blind_index, sealed, since, until
FROM details
WHERE institution_id = $1 AND until IS NULL
ORDER BY person_id, kind, since, id
