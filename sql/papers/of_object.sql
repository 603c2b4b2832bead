-- reach: institution
-- kind: read
SELECT id, kind, object_id, token, number, dated, initials, state, file_id
FROM papers
WHERE institution_id = $1 AND kind = $2 AND object_id = $3
