-- reach: outside; one worker serves every institution
-- kind: bookkeeping
UPDATE jobs SET state = 'parked', lease = NULL, leased_until = NULL, fault = $3
WHERE id = $1 AND lease = $2
