-- reach: institution
-- kind: read
WITH RECURSIVE below (id) AS (
    SELECT id FROM units WHERE institution_id = $1 AND id = $4
    UNION
    SELECT u.id FROM units u JOIN below b ON u.parent_id = b.id WHERE u.institution_id = $1
),
placed AS (
    SELECT t.id, t.person_id, e.unit_id, e.category, t.opened_at, t.read_at, t.passed_at, t.pledged_at,
        ROW_NUMBER() OVER (
            PARTITION BY t.id
            ORDER BY CASE WHEN e.category = t.category THEN 0 ELSE 1 END,
                CASE WHEN e.unit_id = t.unit_id THEN 0 ELSE 1 END, e.since DESC, e.id
        ) AS place
    FROM tasks t
    JOIN engagements e ON e.person_id = t.person_id AND e.institution_id = t.institution_id
    WHERE t.institution_id = $1 AND t.drive_id = $2 AND t.delivered_at < $6
        AND (t.signed_at IS NULL OR t.signed_at >= $6)
        AND e.since <= $5 AND (e.until IS NULL OR e.until >= $5)
)
SELECT t.id, t.person_id, t.unit_id, t.category,
    CASE WHEN t.opened_at < $6 THEN t.opened_at END, CASE WHEN t.read_at < $6 THEN t.read_at END,
    CASE WHEN t.passed_at < $6 THEN t.passed_at END, CASE WHEN t.pledged_at < $6 THEN t.pledged_at END,
    p.name_before, p.name, p.name_after, p.has_phone
FROM placed t
JOIN persons p ON p.id = t.person_id AND p.institution_id = $1
WHERE t.place = 1
    AND ($3 = '' OR p.search LIKE '%' || $3 || '%')
    AND ($7 = '' OR t.category = $7)
    AND (CAST($4 AS BYTEA) IS NULL OR t.unit_id IN (SELECT id FROM below))
ORDER BY p.search, t.id
LIMIT $8 OFFSET $9
