-- reach: institution
-- kind: bookkeeping
INSERT INTO tallies (
    institution_id, drive_id, place_id, category, day, lane, delivered, opened, read_on, passed, pledged, signed
)
WITH RECURSIVE above (id) AS (
    SELECT id FROM units WHERE institution_id = $1 AND id = $3
    UNION
    SELECT COALESCE(u.parent_id, u.institution_id) FROM units u JOIN above a ON u.id = a.id WHERE u.institution_id = $1
)
SELECT d.institution_id, d.id, a.id, CAST($4 AS TEXT), CAST($5 AS TEXT), CAST($12 AS BIGINT), CAST($6 AS BIGINT),
    CAST($7 AS BIGINT), CAST($8 AS BIGINT), CAST($9 AS BIGINT), CAST($10 AS BIGINT), CAST($11 AS BIGINT)
FROM drives d
CROSS JOIN above a
WHERE d.institution_id = $1 AND d.id = $2
ON CONFLICT (drive_id, place_id, category, day, lane) DO UPDATE SET
    delivered = tallies.delivered + excluded.delivered,
    opened = tallies.opened + excluded.opened,
    read_on = tallies.read_on + excluded.read_on,
    passed = tallies.passed + excluded.passed,
    pledged = tallies.pledged + excluded.pledged,
    signed = tallies.signed + excluded.signed
