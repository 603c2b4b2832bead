-- reach: institution
-- kind: read
SELECT DISTINCT task_id
FROM hearings
WHERE institution_id = $1 AND person_id = $2 AND agreed = 0
