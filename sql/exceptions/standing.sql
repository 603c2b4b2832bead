-- reach: institution
-- kind: read
WITH RECURSIVE below (id) AS (
    SELECT id FROM units WHERE institution_id = $1 AND id = $3
    UNION
    SELECT u.id FROM units u JOIN below b ON u.parent_id = b.id WHERE u.institution_id = $1
)
SELECT t.id, t.person_id, t.unit_id, e.kind, e.reason, e.dated, p.name_before, p.name, p.name_after
FROM tasks t
JOIN exceptions e ON e.task_id = t.id AND e.institution_id = t.institution_id AND e.ended_at IS NULL
    AND ((e.kind = 'exempt' AND t.exempt_at IS NOT NULL)
        OR (e.kind = 'refused' AND t.exempt_at IS NULL AND t.refused = e.reason
            AND CASE t.refused WHEN 'read' THEN t.read_at WHEN 'passed' THEN t.passed_at WHEN 'pledged' THEN t.pledged_at
            ELSE t.signed_at END IS NULL))
JOIN persons p ON p.id = t.person_id AND p.institution_id = t.institution_id
WHERE t.institution_id = $1 AND t.drive_id = $2 AND (t.exempt_at IS NOT NULL OR t.refused IS NOT NULL)
    AND t.ended_at IS NULL
    AND (CAST($3 AS BYTEA) IS NULL OR t.unit_id IN (SELECT id FROM below))
ORDER BY e.kind DESC, p.search, t.id
LIMIT $4 OFFSET $5
