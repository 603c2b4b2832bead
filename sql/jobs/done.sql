-- reach: outside; one worker serves every institution
-- kind: bookkeeping
UPDATE jobs SET state = 'done', lease = NULL, leased_until = NULL, fault = NULL
WHERE id = $1 AND lease = $2
