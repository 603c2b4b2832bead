-- reach: institution
-- kind: record
INSERT INTO activations (
    institution_id, code_hash, person_id, issued_at, expires_at
) VALUES (
    $1, $2, $3, $4, $5
)
