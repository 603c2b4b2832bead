-- reach: institution
-- kind: record
UPDATE details SET until = $3
WHERE institution_id = $1 AND id = $2
