-- reach: outside; whoever signs in has not said of which institution
-- kind: read
SELECT d.institution_id, d.person_id
FROM details d
WHERE d.blind_index = $1 AND d.kind IN ('nip', 'ni_pppk', 'nik')
ORDER BY CASE WHEN d.until IS NULL THEN 0 ELSE 1 END, d.since DESC, d.id
LIMIT 1
