-- reach: outside; housekeeping of the installation
-- kind: bookkeeping
DELETE FROM ceremonies
WHERE expires_at < $1
