-- reach: outside; a ceremony begins before anybody is signed in
-- kind: bookkeeping
DELETE FROM ceremonies
WHERE token_hash = $1 AND kind = $2
RETURNING state, expires_at
