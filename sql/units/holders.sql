-- reach: institution
-- kind: read
SELECT h.id, h.post_id, h.person_id, h.tenure, h.since, h.until
FROM holders h
JOIN posts p ON p.id = h.post_id AND p.institution_id = h.institution_id
WHERE h.institution_id = $1 AND p.unit_id = $2 AND (h.until IS NULL OR (h.until >= $3 AND h.until >= h.since))
ORDER BY h.since, h.id
