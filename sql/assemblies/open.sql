-- reach: outside; whoever stands in a hall has only the two words on the screen
-- kind: read
SELECT institution_id, id
FROM assemblies
WHERE phase IN ('join', 'read', 'leaders', 'sign')
ORDER BY id
