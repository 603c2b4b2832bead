-- reach: outside; the token is all that a request brings
-- kind: bookkeeping
UPDATE sessions SET factors = 2, proved_at = $2
WHERE token_hash = $1
