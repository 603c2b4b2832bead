-- reach: outside; the token is all that a request brings
-- kind: bookkeeping
DELETE FROM sessions
WHERE token_hash = $1
