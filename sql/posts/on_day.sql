-- reach: institution
-- kind: read
SELECT p.unit_id, p.title, p.duty, h.person_id
FROM posts p
LEFT JOIN holders h ON h.post_id = p.id AND h.institution_id = p.institution_id
    AND h.since <= $2 AND (h.until IS NULL OR h.until >= $2)
WHERE p.institution_id = $1
ORDER BY p.id, h.person_id
