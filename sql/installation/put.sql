-- reach: outside; facts about the installation itself
-- kind: bookkeeping
INSERT INTO installation (name, value) VALUES ($1, $2)
ON CONFLICT (name) DO UPDATE SET value = excluded.value
