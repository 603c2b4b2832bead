-- reach: outside; a restore stops the work of every institution
-- kind: bookkeeping
UPDATE dispatches SET state = 'parked', reason = 'restored'
WHERE state IN ('waiting', 'sending')
