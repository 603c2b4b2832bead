-- reach: outside; failures happen before anybody is signed in
-- kind: bookkeeping
INSERT INTO throttles (pattern, failures, blocked_until)
VALUES ($1, $2, $3)
ON CONFLICT (pattern) DO UPDATE SET failures = excluded.failures, blocked_until = excluded.blocked_until
