-- reach: outside; failures happen before anybody is signed in
-- kind: read
SELECT failures, blocked_until
FROM throttles
WHERE pattern = $1
