-- reach: institution
-- kind: record
INSERT INTO files (
    institution_id, id, address, size, stored_at
) VALUES (
    $1, $2, $3, $4, $5
)
