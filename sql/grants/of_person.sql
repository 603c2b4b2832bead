-- reach: institution
-- kind: read
SELECT role, unit_id
FROM grants
WHERE institution_id = $1 AND person_id = $2 AND since <= $3 AND (until IS NULL OR until >= $3)
ORDER BY role, id
