-- reach: institution
-- kind: record
INSERT INTO holders (
    institution_id, id, post_id, person_id, tenure, since, until
) VALUES (
    $1, $2, $3, $4, $5, $6, $7
)
