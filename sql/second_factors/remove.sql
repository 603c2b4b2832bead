-- reach: institution
-- kind: record
DELETE FROM second_factors
WHERE institution_id = $1 AND account_id = $2
