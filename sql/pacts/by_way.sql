-- reach: institution
-- kind: read
-- Of two records that became one, the survivor's task stands for both: with its own pact, or else with that of the other.
WITH placed AS (
    SELECT e.unit_id, k.assurance, k.standing, {place} AS place
    FROM {tasks_placed}
    JOIN pacts k ON k.task_id = t.id AND k.institution_id = t.institution_id
    WHERE t.institution_id = $1 AND t.drive_id = $2 AND k.standing <> 'void' AND {counted $3 $4}
        AND NOT EXISTS (SELECT 1 FROM merged_tasks m WHERE m.institution_id = $1 AND m.double_task = t.id)
    UNION ALL
    SELECT e.unit_id, k.assurance, k.standing, {place} AS place
    FROM merged_tasks m
    CROSS JOIN pacts k
    CROSS JOIN tasks t
    CROSS JOIN drives d
    CROSS JOIN engagements e
    WHERE m.institution_id = $1 AND k.task_id = m.double_task AND k.institution_id = $1 AND k.standing <> 'void'
        AND t.id = m.survivor_task AND t.institution_id = $1 AND t.drive_id = $2
        AND d.id = t.drive_id AND d.institution_id = t.institution_id
        AND e.person_id = t.person_id AND e.institution_id = t.institution_id AND {counted $3 $4}
        AND NOT EXISTS (
            SELECT 1 FROM pacts o WHERE o.institution_id = $1 AND o.task_id = t.id AND o.standing <> 'void'
        )
)
SELECT unit_id, assurance, standing, COUNT(*)
FROM placed
WHERE place = 1
GROUP BY unit_id, assurance, standing
ORDER BY unit_id, assurance, standing
