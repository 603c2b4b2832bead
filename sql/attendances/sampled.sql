-- reach: institution
-- kind: read
SELECT a.id, a.person_id, a.sheet_id, a.unit_id, a.checked_at, a.checker_id, a.agreed,
    p.name_before, p.name, p.name_after
FROM attendances a
JOIN persons p ON p.id = a.person_id AND p.institution_id = a.institution_id
WHERE a.institution_id = $1 AND a.assembly_id = $2 AND a.sampled = 1
ORDER BY p.search, a.id
