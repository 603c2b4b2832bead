-- reach: institution
-- kind: read
SELECT h.person_id, h.tenure, p.title, n.name_before, n.name, n.name_after
FROM holders h
JOIN posts p ON p.id = h.post_id AND p.institution_id = h.institution_id
JOIN persons n ON n.id = h.person_id AND n.institution_id = h.institution_id
WHERE h.institution_id = $1 AND p.duty = 'head_of_region' AND h.since <= $2 AND (h.until IS NULL OR h.until >= $2)
-- Whoever stands in has it alone, also from the day on which the other one began.
ORDER BY CASE WHEN h.tenure IN ('plh', 'pjs') THEN 0 ELSE 1 END, h.since DESC, h.id
LIMIT 1
