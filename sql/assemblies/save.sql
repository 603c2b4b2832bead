-- reach: institution
-- kind: record
UPDATE assemblies
SET version = $3, drive_id = $4, unit_id = $5, held_at = $6, place = $7, leader = $8, witnesses = $9,
    leaders_first = $10, phase = $11, point = $12, opened_at = $13, signing_at = $14, closed_at = $15, tally = $16
WHERE institution_id = $1 AND id = $2 AND version = $3 - 1
