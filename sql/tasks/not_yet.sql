-- reach: institution
-- kind: read
WITH RECURSIVE {below $4},
placed AS (
    SELECT t.id, t.person_id, e.unit_id, e.category, t.opened_at, t.read_at, t.passed_at, t.pledged_at,
        t.refused, t.due_on, t.due_why, {place} AS place
    FROM {tasks_placed}
    WHERE t.institution_id = $1 AND t.drive_id = $2 AND {owes $5 $6}
)
SELECT t.id, t.person_id, t.unit_id, t.category,
    CASE WHEN t.opened_at < $6 THEN t.opened_at END, CASE WHEN t.read_at < $6 THEN t.read_at END,
    CASE WHEN t.passed_at < $6 THEN t.passed_at END, CASE WHEN t.pledged_at < $6 THEN t.pledged_at END,
    p.name_before, p.name, p.name_after, p.has_phone, t.refused,
    t.due_on, t.due_why
FROM placed t
JOIN persons p ON p.id = t.person_id AND p.institution_id = $1
WHERE t.place = 1
    AND ($3 = '' OR p.search LIKE '%' || $3 || '%')
    AND ($7 = '' OR t.category = $7)
    AND (CAST($4 AS BYTEA) IS NULL OR t.unit_id IN (SELECT id FROM below))
ORDER BY p.search, t.id
LIMIT $8 OFFSET $9
