-- reach: institution
-- kind: read
SELECT t.unit_id, a.questions, a.answers
FROM drives d
JOIN tasks t ON t.drive_id = d.id AND t.institution_id = d.institution_id
JOIN attempts a ON a.task_id = t.id AND a.institution_id = t.institution_id
WHERE d.institution_id = $1 AND d.circular_id = $2 AND a.answers IS NOT NULL
    AND NOT EXISTS (
        SELECT 1 FROM attempts b
        WHERE b.task_id = a.task_id AND (b.asked_at < a.asked_at OR (b.asked_at = a.asked_at AND b.id < a.id))
    )
ORDER BY a.answered_at, a.id
