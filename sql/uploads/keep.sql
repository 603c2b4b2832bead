-- reach: institution
-- kind: record
INSERT INTO upload_parts (
    institution_id, upload_id, part, sealed
) VALUES (
    $1, $2, $3, $4
)
