-- reach: institution
-- kind: read
SELECT id, post_id, person_id, tenure, since, until
FROM holders
WHERE institution_id = $1 AND person_id = $2
ORDER BY since, id
