-- reach: institution
-- kind: record
UPDATE pacts SET standing = $4
WHERE institution_id = $1 AND id = $2 AND standing = $3
