-- reach: institution
-- kind: record
UPDATE persons
SET name_before = $3, name = $4, name_after = $5, search = $6, has_phone = $7
WHERE institution_id = $1 AND id = $2
