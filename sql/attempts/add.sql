-- reach: institution
-- kind: record
INSERT INTO attempts (
    institution_id, id, task_id, questions, correct, asked_at
) VALUES (
    $1, $2, $3, $4, 0, $5
)
