-- reach: outside; whoever holds a paper has only its code
-- kind: read
SELECT institution_id, id, kind, object_id, token, number, dated, initials, state, file_id
FROM papers
WHERE token = $1
