-- reach: institution
-- kind: read
SELECT p.duty, p.unit_id
FROM holders h
JOIN posts p ON p.id = h.post_id AND p.institution_id = h.institution_id
WHERE h.institution_id = $1 AND h.person_id = $2 AND h.since <= $3 AND (h.until IS NULL OR h.until >= $3)
ORDER BY p.id
