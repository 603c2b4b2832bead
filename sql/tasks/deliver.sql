-- reach: institution
-- kind: record
INSERT INTO tasks (
    institution_id, id, drive_id, person_id, unit_id, category, delivered_at, due_on, due_why, know_on, know_why
) VALUES (
    $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11
)
ON CONFLICT (drive_id, person_id) DO NOTHING
