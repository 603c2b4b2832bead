-- reach: institution
-- kind: read
SELECT m.merge_id, m.double_task, m.survivor_task, m.own_delivered, m.own_opened, m.own_read, m.own_passed,
    m.own_pledged, m.own_signed, t.person_id, t.delivered_at, t.opened_at, t.read_at, t.passed_at, t.pledged_at, t.signed_at
FROM merged_tasks m
JOIN tasks t ON t.id = m.double_task AND t.institution_id = m.institution_id
WHERE m.institution_id = $1 AND m.merge_id = $2
ORDER BY m.double_task
