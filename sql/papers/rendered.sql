-- reach: institution
-- kind: record
UPDATE papers SET file_id = $3
WHERE institution_id = $1 AND id = $2 AND file_id IS NULL
