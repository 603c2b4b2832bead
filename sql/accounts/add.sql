-- reach: institution
-- kind: record
INSERT INTO accounts (
    institution_id, id, person_id, created_at
) VALUES (
    $1, $2, $3, $4
)
ON CONFLICT (person_id) DO NOTHING
