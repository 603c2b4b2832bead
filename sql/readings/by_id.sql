-- reach: institution
-- kind: read
SELECT id, drive_id, unit_id, held_on, place, reader, file_id, kind, officer_id, people, recorded_at
FROM readings
WHERE institution_id = $1 AND id = $2
