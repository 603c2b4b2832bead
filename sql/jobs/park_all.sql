-- reach: outside; a restore stops the work of every institution
-- kind: bookkeeping
UPDATE jobs SET state = 'parked', lease = NULL, leased_until = NULL, fault = $1
WHERE state IN ('ready', 'leased')
