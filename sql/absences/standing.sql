-- reach: institution
-- kind: read
SELECT id, person_id, kind, since, until, letter, noter_id, noted_at, striker_id, struck_at
FROM absences
WHERE institution_id = $1 AND struck_at IS NULL AND (until IS NULL OR until >= $2)
ORDER BY person_id, since, id
