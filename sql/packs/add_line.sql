-- reach: institution
-- kind: record
INSERT INTO pack_lines (
    institution_id, id, pack_id, place, task_id, person_id, code, questions
) VALUES (
    $1, $2, $3, $4, $5, $6, $7, $8
)
