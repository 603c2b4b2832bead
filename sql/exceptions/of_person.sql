-- reach: institution
-- kind: read
SELECT id, task_id, person_id, kind, reason, dated, words, noter_id, noted_at, answer, answered_at, ender_id, ended_at
FROM exceptions
WHERE institution_id = $1 AND person_id = $2
ORDER BY noted_at DESC, id
