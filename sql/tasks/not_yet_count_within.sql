-- reach: institution
-- kind: read
WITH RECURSIVE {below $7},
{here $4}
SELECT COUNT(t.id)
FROM here h
CROSS JOIN tasks t
CROSS JOIN drives d
CROSS JOIN engagements e
CROSS JOIN persons p
WHERE t.person_id = h.person_id AND {owing_join} AND e.unit_id IN (SELECT id FROM below)
HAVING COUNT(t.id) > 0
