-- reach: institution
-- kind: read
SELECT id, consultation_id, words, state, proposed_by, proposed_on, decided_by, decided_on
FROM published_answers
WHERE institution_id = $1 AND consultation_id = $2
ORDER BY id DESC
