-- reach: institution
-- kind: record
DELETE FROM messages
WHERE institution_id = $1 AND person_id = $2
