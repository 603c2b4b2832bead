-- reach: institution
-- kind: read
SELECT t.place_id, t.category, CAST(SUM(t.delivered) AS BIGINT), CAST(SUM(t.opened) AS BIGINT),
    CAST(SUM(t.read_on) AS BIGINT), CAST(SUM(t.passed) AS BIGINT), CAST(SUM(t.pledged) AS BIGINT),
    CAST(SUM(t.signed) AS BIGINT)
FROM units u
JOIN tallies t ON t.place_id = u.id AND t.institution_id = u.institution_id
WHERE u.institution_id = $1 AND t.drive_id = $2 AND t.day <= $4
    AND (u.parent_id = $3 OR (CAST($3 AS BYTEA) IS NULL AND u.parent_id IS NULL))
GROUP BY t.place_id, t.category
ORDER BY t.place_id, t.category
