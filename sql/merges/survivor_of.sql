-- reach: institution
-- kind: read
SELECT survivor_id
FROM merges
WHERE institution_id = $1 AND double_id = $2 AND state = 'done'
