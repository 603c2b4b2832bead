-- reach: institution
-- kind: read
SELECT id, consultation_id, words, state, proposed_by, proposed_on, decided_by, decided_on
FROM published_answers
WHERE institution_id = $1 AND state = $2
ORDER BY COALESCE(decided_on, proposed_on) DESC, id DESC
LIMIT $3
