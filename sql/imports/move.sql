-- reach: institution
-- kind: record
UPDATE imports SET state = $3, applied = $4, unchanged = $5
WHERE institution_id = $1 AND id = $2 AND state = $6 AND applied <= $4
