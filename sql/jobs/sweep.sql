-- reach: outside; housekeeping of the installation
-- kind: bookkeeping
DELETE FROM jobs
WHERE id IN (
    SELECT j.id FROM jobs j
    WHERE j.state = 'done' AND j.due_at < $1
    ORDER BY j.due_at
    LIMIT $2
)
