-- reach: institution
-- kind: read
WITH RECURSIVE {below $3},
placed AS (
    SELECT t.id, t.person_id, e.unit_id, e.category, {place} AS place
    FROM {tasks_placed}
    WHERE t.institution_id = $1 AND t.drive_id = $2 AND t.read_at IS NULL AND {owes $5 $6}
)
SELECT t.id, t.person_id, t.unit_id, t.category, p.name_before, p.name, p.name_after, p.has_phone
FROM placed t
JOIN persons p ON p.id = t.person_id AND p.institution_id = $1
WHERE t.place = 1 AND t.unit_id IN (SELECT id FROM below)
    AND ($4 = '' OR p.search LIKE '%' || $4 || '%')
ORDER BY p.has_phone, p.search, t.id
LIMIT $7 OFFSET $8
