-- reach: institution
-- kind: read
SELECT id, circular_id, name, election, due, know_by, pass_mark, asks, tries, only_changed, begun_at, ended_at
FROM drives
WHERE institution_id = $1
ORDER BY begun_at DESC, id
