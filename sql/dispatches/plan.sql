-- reach: institution
-- kind: record
INSERT INTO dispatches (
    message_id, institution_id, channel, state, attempts, due_at, changed_at
)
SELECT m.id, m.institution_id, c.channel, 'waiting', 0, m.planned_at, m.planned_at
FROM messages m
CROSS JOIN channels c
LEFT JOIN reminders r ON r.person_id = m.person_id AND r.institution_id = m.institution_id
WHERE m.institution_id = $1 AND m.id = $2
    AND (
        CASE c.channel WHEN 'email' THEN COALESCE(r.email, 1) ELSE COALESCE(r.whatsapp, 0) END = 1
        OR ($3 = 1 AND c.channel = 'email')
    )
    AND EXISTS (
        SELECT 1
        FROM details d
        WHERE d.institution_id = m.institution_id AND d.person_id = m.person_id
            AND d.kind = CASE c.channel WHEN 'email' THEN 'email' ELSE 'phone' END
            AND d.since <= m.day AND (d.until IS NULL OR d.until >= m.day)
    )
ON CONFLICT (message_id, channel) DO NOTHING
