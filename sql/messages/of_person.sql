-- reach: institution
-- kind: read
SELECT m.id, m.kind, m.drive_id, m.amount, m.planned_at, m.read_at, d.due, d.election
FROM messages m
LEFT JOIN drives d ON d.id = m.drive_id AND d.institution_id = m.institution_id
LEFT JOIN tasks t ON t.drive_id = m.drive_id AND t.person_id = m.person_id AND t.institution_id = m.institution_id
WHERE m.institution_id = $1 AND m.person_id = $2 AND m.planned_at >= $3
    AND (
        m.kind NOT IN ('published', 'due_soon', 'late', 'asked')
        OR (
            t.id IS NOT NULL AND t.ended_at IS NULL AND d.ended_at IS NULL
            AND CASE d.asks WHEN 'read' THEN t.read_at WHEN 'passed' THEN t.passed_at ELSE t.signed_at END IS NULL
        )
    )
ORDER BY m.planned_at DESC, m.id DESC
LIMIT $4
