-- reach: institution
-- kind: record
INSERT INTO posts (
    institution_id, id, unit_id, title, duty
) VALUES (
    $1, $2, $3, $4, $5
)
