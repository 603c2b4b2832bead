-- reach: institution
-- kind: read
SELECT h.id, h.reading_id, h.task_id, h.person_id, h.unit_id, h.sampled, h.checked_at, h.checker_id, h.agreed,
    p.name_before, p.name, p.name_after
FROM hearings h
JOIN persons p ON p.id = h.person_id AND p.institution_id = h.institution_id
WHERE h.institution_id = $1 AND h.reading_id = $2
ORDER BY p.search, h.id
