-- reach: institution
-- kind: record
DELETE FROM persons
WHERE institution_id = $1 AND id = $2
