-- reach: institution
-- kind: read
SELECT id, person_id, words
FROM exceptions
WHERE institution_id = $1 AND reason = 'recognised' AND ended_at IS NULL
ORDER BY id
