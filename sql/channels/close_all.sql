-- reach: outside; the settings hold for the installation
-- kind: bookkeeping
DELETE FROM channels
