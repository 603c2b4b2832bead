-- reach: institution
-- kind: record
INSERT INTO persons (
    institution_id, id, name_before, name, name_after, search, has_phone
) VALUES (
    $1, $2, $3, $4, $5, $6, $7
)
