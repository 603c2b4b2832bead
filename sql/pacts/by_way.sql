-- reach: institution
-- kind: read
SELECT t.unit_id, k.assurance, k.standing, COUNT(*)
FROM tasks t
JOIN pacts k ON k.task_id = t.id AND k.institution_id = t.institution_id
WHERE t.institution_id = $1 AND t.drive_id = $2 AND t.ended_at IS NULL AND k.standing <> 'void'
    AND NOT EXISTS (
        SELECT 1
        FROM merged_tasks m
        JOIN pacts o ON o.task_id = m.survivor_task AND o.institution_id = m.institution_id
        WHERE m.institution_id = $1 AND m.double_task = t.id AND o.standing <> 'void'
    )
GROUP BY t.unit_id, k.assurance, k.standing
ORDER BY t.unit_id, k.assurance, k.standing
