-- reach: institution
-- kind: record
UPDATE papers SET state = 'withdrawn'
WHERE institution_id = $1 AND kind = 'pact' AND object_id = $2 AND state <> 'withdrawn'
