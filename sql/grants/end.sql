-- reach: institution
-- kind: record
UPDATE grants SET until = $3
WHERE institution_id = $1 AND id = $2 AND (until IS NULL OR until >= $3)
