-- reach: institution
-- kind: record
DELETE FROM details
WHERE institution_id = $1 AND id = $2
