-- reach: institution
-- kind: read
WITH placed AS (
    SELECT e.unit_id, k.assurance, k.standing, {place} AS place
    FROM {tasks_placed}
    JOIN pacts k ON k.task_id = t.id AND k.institution_id = t.institution_id
    WHERE t.institution_id = $1 AND t.drive_id = $2 AND k.standing <> 'void' AND {counted $3 $4}
)
SELECT unit_id, assurance, standing, COUNT(*)
FROM placed
WHERE place = 1
GROUP BY unit_id, assurance, standing
ORDER BY unit_id, assurance, standing
