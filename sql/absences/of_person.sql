-- reach: institution
-- kind: read
SELECT id, person_id, kind, since, until, letter, noter_id, noted_at, striker_id, struck_at
FROM absences
WHERE institution_id = $1 AND person_id = $2
ORDER BY since DESC, noted_at DESC, id
