-- reach: institution
-- kind: record
INSERT INTO unit_changes (
    institution_id, id, unit_id, day, turn, old_name, other_id, letter_number, letter_date, recorded_at
) VALUES (
    $1, $2, $3, $4, $5, $6, $7, $8, $9, $10
)
