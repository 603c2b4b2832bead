-- reach: institution
-- kind: record
INSERT INTO pacts (
    institution_id, id, task_id, person_id, number, body, assurance, proof, named_id, signed_at, salt, standing
) VALUES (
    $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12
)
