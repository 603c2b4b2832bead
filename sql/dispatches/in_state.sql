-- reach: institution
-- kind: read
SELECT message_id, channel
FROM dispatches
WHERE institution_id = $1 AND state = $2
ORDER BY due_at, message_id, channel
LIMIT $3
