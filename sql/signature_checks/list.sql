-- reach: institution
-- kind: read
-- The unit is the one whose head speaks for the person on the day $2: as `domain::coverage::History::unit_on`.
WITH listed AS (
    SELECT c.id, c.pact_id, c.attendance_id, c.given_at, c.task_id, c.person_id, c.reason, c.device, c.opened_at,
        c.outcome, c.decided_by, c.decided_at, t.unit_id, t.category, k.number, p.name_before, p.name, p.name_after
    FROM signature_checks c
    JOIN tasks t ON t.id = c.task_id AND t.institution_id = c.institution_id
    LEFT JOIN pacts k ON k.id = c.pact_id AND k.institution_id = c.institution_id
    JOIN persons p ON p.id = c.person_id AND p.institution_id = c.institution_id
    WHERE c.institution_id = $1
    ORDER BY CASE WHEN c.outcome IS NULL THEN 0 ELSE 1 END, c.opened_at DESC, c.id
    LIMIT $3
),
placed AS (
    SELECT l.id, e.unit_id, ROW_NUMBER() OVER (
        PARTITION BY l.id
        ORDER BY CASE WHEN COALESCE(e.until, $2) >= $2 THEN 0 ELSE 1 END,
            CASE WHEN COALESCE(e.until, $2) < $2 OR e.category = l.category THEN 0 ELSE 1 END,
            CASE WHEN COALESCE(e.until, $2) < $2 OR e.unit_id = l.unit_id THEN 0 ELSE 1 END,
            CASE WHEN COALESCE(e.until, $2) < $2 THEN e.until END DESC, e.since DESC, e.id
    ) AS place
    FROM listed l
    CROSS JOIN engagements e
    WHERE e.person_id = l.person_id AND e.institution_id = $1 AND e.since <= $2
        AND (e.until IS NULL OR e.since <= e.until)
)
SELECT l.id, l.pact_id, l.attendance_id, l.given_at, l.task_id, l.person_id, l.reason, l.device, l.opened_at, l.outcome,
    l.decided_by, l.decided_at, COALESCE(h.unit_id, l.unit_id), l.number, l.name_before, l.name, l.name_after
FROM listed l
LEFT JOIN placed h ON h.id = l.id AND h.place = 1
ORDER BY CASE WHEN l.outcome IS NULL THEN 0 ELSE 1 END, l.opened_at DESC, l.id
