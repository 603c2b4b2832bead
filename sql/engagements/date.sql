-- reach: institution
-- kind: record
UPDATE engagements SET since = $3, until = $4
WHERE institution_id = $1 AND id = $2
