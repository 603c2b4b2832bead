-- reach: institution
-- kind: record
DELETE FROM import_traces
WHERE institution_id = $1 AND import_id = $2 AND person_id = $3
