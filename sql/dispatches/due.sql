-- reach: institution
-- kind: read
SELECT x.message_id, x.channel, x.attempts, m.person_id, m.kind, m.planned_at,
    CASE
        WHEN m.kind = 'know_soon' THEN CASE WHEN t.know_why IS NOT NULL THEN t.know_on ELSE d.know_by END
        WHEN m.kind <> 'late_count' AND t.due_why IS NOT NULL THEN t.due_on ELSE d.due END, t.id,
    CASE WHEN t.id IS NOT NULL AND t.ended_at IS NULL AND d.ended_at IS NULL
        AND t.exempt_at IS NULL AND t.refused IS NULL
        AND CASE d.asks WHEN 'read' THEN t.read_at WHEN 'passed' THEN t.passed_at WHEN 'pledged' THEN t.pledged_at
            ELSE t.signed_at END IS NULL
        AND (m.kind <> 'know_soon' OR t.passed_at IS NULL)
        THEN 1 ELSE 0 END,
    r.language, r.email, r.whatsapp,
    (
        SELECT COUNT(*)
        FROM messages o
        JOIN dispatches y ON y.message_id = o.id AND y.institution_id = o.institution_id
        WHERE o.institution_id = m.institution_id AND o.person_id = m.person_id AND o.kind NOT IN ('slip', 'signed', 'excepted')
            AND y.channel = x.channel AND y.state IN ('sending', 'sent', 'unclear') AND y.changed_at >= $4
    )
FROM dispatches x
JOIN messages m ON m.id = x.message_id AND m.institution_id = x.institution_id
LEFT JOIN drives d ON d.id = m.drive_id AND d.institution_id = m.institution_id
LEFT JOIN tasks t ON t.drive_id = m.drive_id AND t.person_id = m.person_id AND t.institution_id = m.institution_id
LEFT JOIN reminders r ON r.person_id = m.person_id AND r.institution_id = m.institution_id
WHERE x.institution_id = $1 AND x.state = 'waiting' AND x.due_at <= $2 AND x.channel = $3
ORDER BY x.due_at
LIMIT $5
