-- reach: institution
-- kind: read
-- From the people of the unit, however many there are elsewhere.
WITH RECURSIVE {below $7},
{here $4}
SELECT {owing_line $5}
FROM here h
CROSS JOIN tasks t
CROSS JOIN drives d
CROSS JOIN engagements e
CROSS JOIN persons p
WHERE t.person_id = h.person_id AND {owing_join} AND e.unit_id IN (SELECT id FROM below)
ORDER BY p.search, t.id
LIMIT $8 OFFSET $9
