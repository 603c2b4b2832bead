-- reach: outside; the token is all that a request brings
-- kind: bookkeeping
UPDATE sessions SET seen_at = $2
WHERE token_hash = $1 AND seen_at < $2
