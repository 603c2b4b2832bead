-- reach: outside; housekeeping of the installation
-- kind: bookkeeping
DELETE FROM throttles
WHERE blocked_until < $1
