-- reach: institution
-- kind: read
WITH RECURSIVE below (id) AS (
    SELECT id FROM units WHERE institution_id = $1 AND id = $4
    UNION
    SELECT u.id FROM units u JOIN below b ON u.parent_id = b.id WHERE u.institution_id = $1
)
SELECT p.id, p.name_before, p.name, p.name_after, p.has_phone, e.unit_id, e.category, e.position
FROM persons p
JOIN engagements e ON e.person_id = p.id AND e.institution_id = p.institution_id
WHERE p.institution_id = $1 AND e.since <= $2 AND (e.until IS NULL OR e.until >= $2)
    AND ($3 = '' OR p.search LIKE '%' || $3 || '%')
    AND (CAST($4 AS BYTEA) IS NULL OR e.unit_id IN (SELECT id FROM below))
ORDER BY p.search, p.id, e.id
LIMIT $5 OFFSET $6
