-- reach: institution
-- kind: read
SELECT person_id
FROM tasks
WHERE institution_id = $1 AND drive_id = $2
ORDER BY person_id
