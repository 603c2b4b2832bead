-- reach: institution
-- kind: read
SELECT id, circular_id, name, election, due, pass_mark, begun_at
FROM drives
WHERE institution_id = $1
ORDER BY begun_at DESC, id
