-- reach: institution
-- kind: read
SELECT category, day, delivered, opened, read_on, passed, pledged, signed
FROM tallies
WHERE institution_id = $1 AND drive_id = $2 AND place_id = $3
ORDER BY day, category
