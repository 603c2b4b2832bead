-- reach: institution
-- kind: read
SELECT id, circular_id, name, election, due, pass_mark, begun_at
FROM drives
WHERE institution_id = $1 AND id = $2
