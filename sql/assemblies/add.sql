-- reach: institution
-- kind: record
INSERT INTO assemblies (
    institution_id, id, version, drive_id, unit_id, held_at, place, leader, witnesses, leaders_first, phase, point,
    opened_at, signing_at, closed_at, tally
) VALUES (
    $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16
)
