-- reach: institution
-- kind: read
WITH RECURSIVE below (id) AS (
    SELECT id FROM units WHERE institution_id = $1 AND id = $3
    UNION
    SELECT u.id FROM units u JOIN below b ON u.parent_id = b.id WHERE u.institution_id = $1
)
SELECT COUNT(t.id)
FROM tasks t
JOIN drives d ON d.id = t.drive_id AND d.institution_id = t.institution_id
JOIN persons p ON p.id = t.person_id AND p.institution_id = t.institution_id
WHERE t.institution_id = $1 AND t.drive_id = $2 AND t.pledged_at IS NULL AND t.ended_at IS NULL AND t.exempt_at IS NULL
    AND d.ended_at IS NULL
    AND (CAST($3 AS BYTEA) IS NULL OR t.unit_id IN (SELECT id FROM below))
    AND ($4 = '' OR p.search LIKE '%' || $4 || '%')
HAVING COUNT(t.id) > 0
