-- reach: institution
-- kind: record
UPDATE units SET parent_id = $3, name = $4, until = $5
WHERE institution_id = $1 AND id = $2
