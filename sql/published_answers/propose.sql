-- reach: institution
-- kind: record
INSERT INTO published_answers (
    institution_id, id, consultation_id, words, state, proposed_by, proposed_on
) VALUES (
    $1, $2, $3, $4, $5, $6, $7
)
