-- reach: institution
-- kind: bookkeeping
DELETE FROM tallies
WHERE institution_id = $1 AND drive_id = $2
