-- reach: outside; a ceremony begins before anybody is signed in
-- kind: bookkeeping
INSERT INTO ceremonies (token_hash, kind, state, expires_at)
VALUES ($1, $2, $3, $4)
