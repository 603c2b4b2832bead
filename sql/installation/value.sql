-- reach: outside; facts about the installation itself
-- kind: read
SELECT value FROM installation WHERE name = $1
