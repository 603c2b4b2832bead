-- reach: institution
-- kind: read
SELECT id, task_id, questions, answers, correct, asked_at, answered_at
FROM attempts
WHERE institution_id = $1 AND task_id = $2
ORDER BY asked_at, id
