-- reach: institution
-- kind: read
SELECT token_hash, device, created_at, seen_at, expires_at, kiosk_id
FROM sessions
WHERE institution_id = $1 AND account_id = $2
ORDER BY seen_at DESC, token_hash
