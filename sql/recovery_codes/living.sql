-- reach: institution
-- kind: read
SELECT code_hash
FROM recovery_codes
WHERE institution_id = $1 AND account_id = $2 AND used_at IS NULL
ORDER BY code_hash
