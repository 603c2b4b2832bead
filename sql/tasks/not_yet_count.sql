-- reach: institution
-- kind: read
SELECT COUNT(t.id)
FROM persons p
CROSS JOIN tasks t
CROSS JOIN drives d
CROSS JOIN engagements e
WHERE p.institution_id = $1 AND {owing_join}
HAVING COUNT(t.id) > 0
