-- reach: outside; one sender serves every institution
-- kind: bookkeeping
UPDATE dispatches SET state = 'unclear', reason = 'broken_off', changed_at = $2
WHERE state = 'sending' AND changed_at <= $1
