-- reach: institution
-- kind: record
INSERT INTO readings (
    institution_id, id, drive_id, unit_id, held_on, place, reader, file_id, kind, officer_id, people, recorded_at
) VALUES (
    $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12
)
