-- reach: institution
-- kind: read
WITH RECURSIVE below (id) AS (
    SELECT id FROM units WHERE institution_id = $1 AND id = $3
    UNION
    SELECT u.id FROM units u JOIN below b ON u.parent_id = b.id WHERE u.institution_id = $1
)
SELECT COUNT(t.exempt_at), COUNT(CASE WHEN t.exempt_at IS NULL
    AND CASE t.refused WHEN 'read' THEN t.read_at WHEN 'passed' THEN t.passed_at WHEN 'pledged' THEN t.pledged_at
            ELSE t.signed_at END IS NULL
    THEN 1 END)
FROM tasks t
WHERE t.institution_id = $1 AND t.drive_id = $2 AND (t.exempt_at IS NOT NULL OR t.refused IS NOT NULL)
    AND t.ended_at IS NULL
    AND (CAST($3 AS BYTEA) IS NULL OR t.unit_id IN (SELECT id FROM below))
HAVING COUNT(t.id) > 0
