-- reach: institution
-- kind: record
INSERT INTO messages (
    institution_id, id, person_id, drive_id, kind, occasion, amount, day, planned_at
) VALUES (
    $1, $2, $3, $4, $5, $6, $7, $8, $9
)
ON CONFLICT (person_id, occasion) DO NOTHING
