-- reach: institution
-- kind: read
SELECT id, person_id, kind, blind_index, sealed, since, until
FROM details
WHERE institution_id = $1 AND person_id = $2
ORDER BY kind, since, id
