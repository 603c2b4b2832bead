-- reach: institution
-- kind: read
SELECT t.id, t.person_id, t.unit_id, t.category, t.opened_at, t.read_at, t.passed_at, t.pledged_at,
    p.name_before, p.name, p.name_after, p.has_phone
FROM tasks t
JOIN persons p ON p.id = t.person_id AND p.institution_id = t.institution_id
WHERE t.institution_id = $1 AND t.drive_id = $2 AND t.signed_at IS NULL
ORDER BY p.search, t.id
