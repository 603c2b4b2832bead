-- reach: institution
-- kind: read
SELECT id, name_before, name, name_after, has_phone
FROM persons
WHERE institution_id = $1
ORDER BY id
