-- reach: institution
-- kind: read
SELECT m.kind, x.channel, x.state, x.reason, COUNT(*), MAX(x.changed_at)
FROM dispatches x
JOIN messages m ON m.id = x.message_id AND m.institution_id = x.institution_id
WHERE x.institution_id = $1 AND x.changed_at >= $2
GROUP BY m.kind, x.channel, x.state, x.reason
ORDER BY m.kind, x.channel, x.state, x.reason
