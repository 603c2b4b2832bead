-- reach: institution
-- kind: read
SELECT person_id, after, before
FROM import_traces
WHERE institution_id = $1 AND import_id = $2 AND kept IS NULL
ORDER BY person_id
LIMIT $3
