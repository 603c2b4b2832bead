-- reach: institution
-- kind: read
SELECT account_id, sealed, step, created_at
FROM second_factors
WHERE institution_id = $1 AND account_id = $2
