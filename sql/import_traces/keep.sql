-- reach: institution
-- kind: record
UPDATE import_traces SET kept = $4, before = NULL
WHERE institution_id = $1 AND import_id = $2 AND person_id = $3 AND kept IS NULL
