-- reach: institution
-- kind: read
SELECT c.id, c.pact_id, c.attendance_id, c.given_at, c.task_id, c.person_id, c.reason, c.device, c.opened_at, c.outcome,
    c.decided_by, c.decided_at, t.unit_id, k.number, p.name_before, p.name, p.name_after
FROM signature_checks c
JOIN tasks t ON t.id = c.task_id AND t.institution_id = c.institution_id
LEFT JOIN pacts k ON k.id = c.pact_id AND k.institution_id = c.institution_id
JOIN persons p ON p.id = c.person_id AND p.institution_id = c.institution_id
WHERE c.institution_id = $1
ORDER BY CASE WHEN c.outcome IS NULL THEN 0 ELSE 1 END, c.opened_at DESC, c.id
LIMIT $2
