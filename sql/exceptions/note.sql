-- reach: institution
-- kind: record
INSERT INTO exceptions (
    institution_id, id, task_id, person_id, kind, reason, dated, words, noter_id, noted_at
) VALUES (
    $1, $2, $3, $4, $5, $6, $7, $8, $9, $10
)
