-- reach: institution
-- kind: read
SELECT place_id, category, day, delivered, opened, read_on, passed, pledged, signed
FROM tallies
WHERE institution_id = $1 AND drive_id = $2
ORDER BY place_id, category, day
