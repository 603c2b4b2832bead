-- reach: institution
-- kind: read
SELECT g.id, g.person_id, g.role, g.unit_id, g.since, g.until, p.name_before, p.name, p.name_after
FROM grants g
JOIN persons p ON p.id = g.person_id AND p.institution_id = g.institution_id
WHERE g.institution_id = $1 AND (g.until IS NULL OR g.until >= $2)
ORDER BY p.search, g.role, g.id
