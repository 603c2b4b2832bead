-- reach: outside; the token is all that a request brings
-- kind: bookkeeping
UPDATE sessions SET proved_at = $2, proof = $3
WHERE token_hash = $1
