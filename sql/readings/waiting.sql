-- reach: institution
-- kind: read
SELECT r.unit_id, COUNT(h.id)
FROM readings r
JOIN hearings h ON h.reading_id = r.id AND h.institution_id = r.institution_id
WHERE r.institution_id = $1 AND h.sampled = 1 AND h.checked_at IS NULL
GROUP BY r.unit_id
ORDER BY r.unit_id
