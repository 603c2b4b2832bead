-- reach: institution
-- kind: record
UPDATE dispatches SET state = 'waiting', reason = NULL, attempts = 0, due_at = $5, changed_at = $5
WHERE institution_id = $1 AND message_id = $2 AND channel = $3 AND state = $4
