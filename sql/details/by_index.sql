-- reach: institution
-- kind: read
SELECT person_id
FROM details
WHERE institution_id = $1 AND blind_index = $2 AND kind IN ('nip', 'ni_pppk', 'nik')
ORDER BY person_id
