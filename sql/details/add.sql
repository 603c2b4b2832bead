-- reach: institution
-- kind: record
INSERT INTO details (
    institution_id, id, person_id, kind, blind_index, sealed, since, until
) VALUES (
    $1, $2, $3, $4, $5, $6, $7, $8
)
