-- reach: institution
-- kind: read
SELECT t.id, t.drive_id, t.person_id, t.unit_id, t.category, t.delivered_at, t.opened_at, t.read_at, t.passed_at,
    t.pledged_at, t.signed_at, t.ended_at, t.exempt_at, t.refused, t.due_on, t.due_why, t.know_on, t.know_why
FROM pack_lines l
JOIN tasks t ON t.id = l.task_id AND t.institution_id = l.institution_id
WHERE l.institution_id = $1 AND l.pack_id = $2
ORDER BY l.place
