-- reach: institution
-- kind: record
INSERT INTO drives (
    institution_id, id, circular_id, name, election, due, know_by, pass_mark, asks, tries, only_changed, begun_at
) VALUES (
    $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12
)
