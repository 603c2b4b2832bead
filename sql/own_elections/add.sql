-- reach: institution
-- kind: record
INSERT INTO own_elections (
    institution_id, id, version, series, said, state, entered_by, entered_at
) VALUES (
    $1, $2, $3, $4, $5, $6, $7, $8
)
