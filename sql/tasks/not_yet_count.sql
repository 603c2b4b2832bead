-- reach: institution
-- kind: read
WITH RECURSIVE below (id) AS (
    SELECT id FROM units WHERE institution_id = $1 AND id = $4
    UNION
    SELECT u.id FROM units u JOIN below b ON u.parent_id = b.id WHERE u.institution_id = $1
)
SELECT COUNT(t.id)
FROM tasks t
JOIN drives d ON d.id = t.drive_id AND d.institution_id = t.institution_id
JOIN persons p ON p.id = t.person_id AND p.institution_id = t.institution_id
WHERE t.institution_id = $1 AND t.drive_id = $2 AND t.ended_at IS NULL AND t.exempt_at IS NULL
    AND d.ended_at IS NULL
    AND CASE d.asks WHEN 'read' THEN t.read_at WHEN 'passed' THEN t.passed_at ELSE t.signed_at END IS NULL
    AND ($3 = '' OR p.search LIKE '%' || $3 || '%')
    AND (CAST($4 AS BYTEA) IS NULL OR t.unit_id IN (SELECT id FROM below))
HAVING COUNT(t.id) > 0
