-- reach: institution
-- kind: read
SELECT id, person_id, kind, blind_index, until
FROM details
WHERE institution_id = $1
ORDER BY CASE WHEN until IS NULL THEN 0 ELSE 1 END, person_id, id
