-- reach: institution
-- kind: record
INSERT INTO jobs (
    institution_id, id, kind, work, due_at, created_at, state, attempts
) VALUES (
    $1, $2, $3, $4, $5, $6, $7, $8
)
