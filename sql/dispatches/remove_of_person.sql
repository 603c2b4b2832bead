-- reach: institution
-- kind: record
DELETE FROM dispatches
WHERE institution_id = $1 AND message_id IN (SELECT id FROM messages WHERE institution_id = $1 AND person_id = $2)
