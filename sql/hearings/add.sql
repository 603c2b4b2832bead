-- reach: institution
-- kind: record
INSERT INTO hearings (
    institution_id, id, reading_id, task_id, person_id, unit_id, sampled
) VALUES (
    $1, $2, $3, $4, $5, $6, $7
)
