-- reach: outside; whoever asked without a name has only the code
-- kind: read
SELECT institution_id, id, asked_on, due_on, counted, asker, code, question, answer, answered_on, withdrawn_on
FROM consultations
WHERE code = $1
