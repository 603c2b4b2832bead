-- reach: outside; whoever watches the program sees what waits to be sent, of all institutions together
-- kind: read
SELECT channel, state, COUNT(*)
FROM dispatches
WHERE state IN ('waiting', 'sending', 'parked', 'unclear')
GROUP BY channel, state
ORDER BY channel, state
