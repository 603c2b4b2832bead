-- reach: institution
-- kind: read
WITH RECURSIVE below (id) AS (
    SELECT id FROM units WHERE institution_id = $1 AND id = $3
    UNION
    SELECT u.id FROM units u JOIN below b ON u.parent_id = b.id WHERE u.institution_id = $1
)
SELECT t.person_id
FROM tasks t
JOIN drives d ON d.id = t.drive_id AND d.institution_id = t.institution_id
WHERE t.institution_id = $1 AND t.drive_id = $2 AND t.ended_at IS NULL AND t.exempt_at IS NULL AND t.refused IS NULL
    AND d.ended_at IS NULL
    AND CASE d.asks WHEN 'read' THEN t.read_at WHEN 'passed' THEN t.passed_at ELSE t.signed_at END IS NULL
    AND (CAST($3 AS BYTEA) IS NULL OR t.unit_id IN (SELECT id FROM below))
    AND NOT EXISTS (
        SELECT 1
        FROM messages m
        WHERE m.institution_id = t.institution_id AND m.person_id = t.person_id
            AND (m.occasion = $4 OR (m.drive_id = t.drive_id AND m.day = $5 AND m.kind <> 'late_count'))
    )
ORDER BY t.person_id
LIMIT $6
