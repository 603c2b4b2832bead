-- reach: institution
-- kind: record
UPDATE jobs SET state = 'ready', due_at = $3, attempts = 0
WHERE institution_id = $1 AND id = $2 AND state = 'parked'
