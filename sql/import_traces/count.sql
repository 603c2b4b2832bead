-- reach: institution
-- kind: read
SELECT COUNT(person_id)
FROM import_traces
WHERE institution_id = $1 AND import_id = $2 AND kept IS NULL
GROUP BY import_id
