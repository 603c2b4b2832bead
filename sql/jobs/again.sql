-- reach: outside; one worker serves every institution
-- kind: bookkeeping
UPDATE jobs SET state = 'ready', lease = NULL, leased_until = NULL, due_at = $3, fault = $4, attempts = $5
WHERE id = $1 AND lease = $2
