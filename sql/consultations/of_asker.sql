-- reach: institution
-- kind: read
SELECT id, asked_on, due_on, counted, asker, code, question, answer, answered_on, withdrawn_on
FROM consultations
WHERE institution_id = $1 AND asker = $2
ORDER BY asked_on DESC, id DESC
