-- reach: institution
-- kind: read
SELECT id
FROM imports
WHERE institution_id = $1 AND decided_at IS NOT NULL AND state <> 'undone'
ORDER BY decided_at DESC, id
LIMIT 1
