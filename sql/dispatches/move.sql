-- reach: institution
-- kind: bookkeeping
UPDATE dispatches SET state = $5, reason = $6, due_at = $7, attempts = $8, changed_at = $9
WHERE institution_id = $1 AND message_id = $2 AND channel = $3 AND state = $4
