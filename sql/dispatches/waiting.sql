-- reach: outside; one sender serves every institution
-- kind: read
SELECT DISTINCT institution_id
FROM dispatches
WHERE state = 'waiting' AND due_at <= $1
ORDER BY institution_id
