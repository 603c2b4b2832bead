-- reach: institution
-- kind: read
SELECT person_id
FROM details
WHERE institution_id = $1 AND blind_index = $2 AND kind IN ('nip', 'ni_pppk', 'nik')
ORDER BY CASE WHEN until IS NULL THEN 0 ELSE 1 END, person_id
