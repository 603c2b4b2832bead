-- reach: outside; the settings hold for the installation
-- kind: bookkeeping
INSERT INTO channels (channel) VALUES ($1)
ON CONFLICT (channel) DO NOTHING
