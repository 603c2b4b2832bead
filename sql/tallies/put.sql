-- reach: institution
-- kind: bookkeeping
INSERT INTO tallies (
    institution_id, drive_id, place_id, category, day, lane, delivered, opened, read_on, passed, pledged, signed
) VALUES (
    $1, $2, $3, $4, $5, 0, $6, $7, $8, $9, $10, $11
)
