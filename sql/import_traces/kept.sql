-- reach: institution
-- kind: read
SELECT p.name_before, p.name, p.name_after, p.id, t.kept
FROM import_traces t
JOIN persons p ON p.id = t.person_id AND p.institution_id = t.institution_id
WHERE t.institution_id = $1 AND t.import_id = $2 AND t.kept IS NOT NULL
ORDER BY p.search, p.id
LIMIT $3
