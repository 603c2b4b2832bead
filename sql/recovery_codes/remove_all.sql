-- reach: institution
-- kind: record
DELETE FROM recovery_codes
WHERE institution_id = $1 AND account_id = $2
