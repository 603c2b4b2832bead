-- reach: institution
-- kind: read
SELECT id, assembly_id, file_id, kind, officer_id, people, recorded_at
FROM sheets
WHERE institution_id = $1 AND assembly_id = $2
ORDER BY recorded_at, id
