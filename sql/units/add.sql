-- reach: institution
-- kind: record
INSERT INTO units (
    institution_id, id, parent_id, kind, code, name, work_days, since, until
) VALUES (
    $1, $2, $3, $4, $5, $6, $7, $8, $9
)
