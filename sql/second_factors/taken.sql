-- reach: institution
-- kind: record
UPDATE second_factors SET step = $3
WHERE institution_id = $1 AND account_id = $2 AND step < $3
