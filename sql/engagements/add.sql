-- reach: institution
-- kind: record
INSERT INTO engagements (
    institution_id, id, person_id, unit_id, category, position, since, until
) VALUES (
    $1, $2, $3, $4, $5, $6, $7, $8
)
