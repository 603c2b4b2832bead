-- reach: outside; housekeeping of the installation
-- kind: bookkeeping
DELETE FROM sessions
WHERE expires_at < $1
