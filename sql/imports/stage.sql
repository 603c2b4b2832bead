-- reach: institution
-- kind: record
INSERT INTO imports (
    institution_id, id, file_name, state, units, good, faulty, applied, unchanged, person_id, staged_at, upload_id,
    layout, decided_at, undone, kept
) VALUES (
    $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16
)
