-- reach: institution
-- kind: read
WITH RECURSIVE {below $4},
placed AS (
    SELECT t.id, t.person_id, e.unit_id, e.category, t.opened_at, t.read_at, t.passed_at, t.signed_at,
        t.due_on, t.due_why, {place} AS place
    FROM {tasks_placed}
    WHERE t.institution_id = $1 AND t.drive_id = $2 AND t.pledged_at IS NULL AND d.ended_at IS NULL
        AND {counted $6 $7}
)
SELECT t.id, t.person_id, t.unit_id, t.category, t.opened_at, t.read_at, t.passed_at, t.signed_at,
    t.due_on, t.due_why, p.name_before, p.name, p.name_after, p.has_phone, a.joined_at
FROM placed t
JOIN persons p ON p.id = t.person_id AND p.institution_id = $1
LEFT JOIN attendances a ON a.assembly_id = $3 AND a.task_id = t.id AND a.institution_id = $1
WHERE t.place = 1
    AND (CAST($4 AS BYTEA) IS NULL OR t.unit_id IN (SELECT id FROM below))
    AND ($5 = '' OR p.search LIKE '%' || $5 || '%')
ORDER BY p.search, t.id
LIMIT $8 OFFSET $9
