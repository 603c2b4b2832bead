-- reach: institution
-- kind: read
SELECT m.id, m.kind, m.drive_id, m.amount, m.planned_at, m.read_at,
    CASE
        WHEN m.kind = 'know_soon' THEN CASE WHEN o.know_why IS NOT NULL THEN o.know_on ELSE d.know_by END
        WHEN m.kind <> 'late_count' AND o.due_why IS NOT NULL THEN o.due_on ELSE d.due END, d.election
FROM messages m
LEFT JOIN drives d ON d.id = m.drive_id AND d.institution_id = m.institution_id
LEFT JOIN tasks o ON o.drive_id = m.drive_id AND o.person_id = m.person_id AND o.institution_id = m.institution_id
WHERE m.institution_id = $1 AND m.person_id = $2 AND m.planned_at >= $3
    AND (
        m.kind NOT IN ('published', 'due_soon', 'late', 'asked', 'know_soon')
        OR EXISTS (
            SELECT 1
            FROM tasks t
            JOIN engagements e ON e.person_id = t.person_id AND e.institution_id = t.institution_id
            WHERE t.institution_id = $1 AND t.drive_id = m.drive_id AND t.person_id = m.person_id AND {owes $4 $5}
                AND (m.kind <> 'know_soon' OR t.passed_at IS NULL)
        )
    )
ORDER BY m.planned_at DESC, m.id DESC
LIMIT $6
