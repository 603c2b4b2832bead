-- reach: institution
-- kind: read
SELECT h.person_id, p.duty, p.unit_id
FROM holders h
JOIN posts p ON p.id = h.post_id AND p.institution_id = h.institution_id
WHERE h.institution_id = $1 AND h.since <= $2 AND (h.until IS NULL OR h.until >= $2)
ORDER BY h.person_id, p.id
