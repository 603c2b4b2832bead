-- reach: institution
-- kind: read
SELECT person_id
FROM details
-- The institution is compared so that no index on it serves: a number is somebody's, an institution has a hundred thousand
-- of them, and an engine that has not counted them yet may take the wrong one.
WHERE blind_index = $2 AND CASE WHEN institution_id = $1 THEN 1 ELSE 0 END = 1 AND kind IN ('nip', 'ni_pppk', 'nik')
ORDER BY CASE WHEN until IS NULL THEN 0 ELSE 1 END, person_id
