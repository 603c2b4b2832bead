-- reach: outside; whoever watches the program sees how much waits, of all institutions together
-- kind: read
SELECT state, COUNT(state), MIN(due_at)
FROM jobs
WHERE state IN ('ready', 'leased', 'parked')
GROUP BY state
