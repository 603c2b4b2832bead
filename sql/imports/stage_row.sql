-- reach: institution
-- kind: record
INSERT INTO import_rows (
    institution_id, import_id, line, good, sealed
) VALUES (
    $1, $2, $3, $4, $5
)
