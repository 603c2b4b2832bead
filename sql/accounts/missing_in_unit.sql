-- reach: institution
-- kind: read
WITH RECURSIVE below (id) AS (
    SELECT id FROM units WHERE institution_id = $1 AND id = $2
    UNION
    SELECT u.id FROM units u JOIN below b ON u.parent_id = b.id WHERE u.institution_id = $1 AND CAST($5 AS BIGINT) = 1
)
SELECT p.id, p.name_before, p.name, p.name_after
FROM persons p
WHERE p.institution_id = $1
    AND EXISTS (
        SELECT 1
        FROM engagements e
        WHERE e.institution_id = $1 AND e.person_id = p.id AND e.unit_id IN (SELECT id FROM below)
            AND e.since <= $3 AND (e.until IS NULL OR e.until >= $3)
    )
    AND NOT EXISTS (SELECT 1 FROM accounts a WHERE a.institution_id = $1 AND a.person_id = p.id)
ORDER BY
    CASE
        WHEN EXISTS (
            SELECT 1
            FROM activations c
            WHERE c.institution_id = $1 AND c.person_id = p.id AND c.used_at IS NULL AND c.expires_at > $4
        ) THEN 1
        ELSE 0
    END,
    p.search, p.id
LIMIT $6
