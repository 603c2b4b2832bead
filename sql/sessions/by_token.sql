-- reach: outside; the token is all that a request brings
-- kind: read
SELECT institution_id, account_id, person_id, device, factors, proved_at, proof, seen_at, expires_at
FROM sessions
WHERE token_hash = $1
