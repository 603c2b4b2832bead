-- reach: institution
-- kind: read
SELECT COUNT(DISTINCT p.id)
FROM persons p
JOIN engagements e ON e.person_id = p.id AND e.institution_id = p.institution_id
WHERE p.institution_id = $1 AND e.since <= $2 AND (e.until IS NULL OR e.until >= $2)
