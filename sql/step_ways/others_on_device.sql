-- reach: institution
-- kind: read
SELECT COUNT(DISTINCT person_id)
FROM step_ways
WHERE institution_id = $1 AND device = $2 AND person_id <> $3
HAVING COUNT(DISTINCT person_id) > 0
