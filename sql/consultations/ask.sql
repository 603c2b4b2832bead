-- reach: institution
-- kind: record
INSERT INTO consultations (
    institution_id, id, asked_on, due_on, counted, asker, code, question
) VALUES (
    $1, $2, $3, $4, $5, $6, $7, $8
)
