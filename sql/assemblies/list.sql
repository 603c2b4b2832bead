-- reach: institution
-- kind: read
SELECT id, version, drive_id, unit_id, held_at, place, leader, witnesses, leaders_first, phase, point,
    opened_at, signing_at, closed_at, tally
FROM assemblies
WHERE institution_id = $1
ORDER BY held_at DESC, id
