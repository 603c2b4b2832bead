-- reach: institution
-- kind: record
UPDATE papers SET state = 'valid'
WHERE institution_id = $1 AND kind = $2 AND object_id = $3 AND state <> 'withdrawn'
