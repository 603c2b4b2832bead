-- reach: institution
-- kind: read
-- Past and present engagements tell who has left the service and keeps a post that nobody ended.
SELECT h.post_id, h.person_id, h.tenure, n.name_before, n.name, n.name_after,
    (SELECT COUNT(*) FROM engagements e
     WHERE e.institution_id = h.institution_id AND e.person_id = h.person_id AND e.until < $2),
    (SELECT COUNT(*) FROM engagements e
     WHERE e.institution_id = h.institution_id AND e.person_id = h.person_id
       AND e.since <= $2 AND (e.until IS NULL OR e.until >= $2))
FROM holders h
JOIN persons n ON n.id = h.person_id AND n.institution_id = h.institution_id
WHERE h.institution_id = $1 AND h.since <= $2 AND (h.until IS NULL OR h.until >= $2)
ORDER BY h.post_id, h.since, h.id
