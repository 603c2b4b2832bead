-- reach: institution
-- kind: record
UPDATE papers SET state = $4
WHERE institution_id = $1 AND kind = $2 AND object_id = $3 AND state = 'valid'
