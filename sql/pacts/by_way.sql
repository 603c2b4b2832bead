-- reach: institution
-- kind: read
-- Of two pacts of one person, given in two records that became one, that of the survivor is counted. The joint task of the
-- survivor stands for the other.
WITH placed AS (
    SELECT e.unit_id, k.assurance, k.standing, {place} AS place
    FROM {tasks_placed}
    JOIN pacts k ON k.institution_id = t.institution_id AND k.standing <> 'void' AND (
        k.task_id = t.id
        OR k.task_id IN (
            SELECT m.double_task
            FROM merged_tasks m
            WHERE m.institution_id = t.institution_id AND m.survivor_task = t.id
        ) AND NOT EXISTS (
            SELECT 1
            FROM pacts o
            WHERE o.institution_id = t.institution_id AND o.task_id = t.id AND o.standing <> 'void'
        )
    )
    WHERE t.institution_id = $1 AND t.drive_id = $2 AND {counted $3 $4}
)
SELECT unit_id, assurance, standing, COUNT(*)
FROM placed
WHERE place = 1
GROUP BY unit_id, assurance, standing
ORDER BY unit_id, assurance, standing
