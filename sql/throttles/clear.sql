-- reach: outside; failures happen before anybody is signed in
-- kind: bookkeeping
DELETE FROM throttles
WHERE pattern = $1
