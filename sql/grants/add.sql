-- reach: institution
-- kind: record
INSERT INTO grants (
    institution_id, id, person_id, role, unit_id, since, until
) VALUES (
    $1, $2, $3, $4, $5, $6, $7
)
