-- reach: institution
-- kind: record
INSERT INTO appointments (
    institution_id, id, version, post_id, holder_id, person_id, turn, tenure, since, until, letter_number, letter_dated,
    state, proposed_by, proposed_at
) VALUES (
    $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15
)
