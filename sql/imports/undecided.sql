-- reach: outside; housekeeping of the installation
-- kind: read
SELECT i.institution_id, i.id
FROM imports i
WHERE i.state IN ('columns', 'staged') AND i.staged_at < $1
ORDER BY i.staged_at, i.id
LIMIT $2
