-- reach: institution
-- kind: read
SELECT p.title, p.unit_id, h.tenure, h.since, h.until
FROM holders h
JOIN posts p ON p.id = h.post_id AND p.institution_id = h.institution_id
WHERE h.institution_id = $1 AND h.person_id = $2
ORDER BY h.since, h.id
