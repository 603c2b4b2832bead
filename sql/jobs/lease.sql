-- reach: outside; one worker serves every institution
-- kind: bookkeeping
UPDATE jobs
SET state = 'leased', lease = $2, leased_until = $3, attempts = attempts + 1
WHERE id IN (
    SELECT j.id FROM jobs j
    WHERE (j.state = 'ready' AND j.due_at <= $1) OR (j.state = 'leased' AND j.leased_until <= $1)
    ORDER BY j.due_at, j.id
    LIMIT $4
)
RETURNING id, institution_id, work, attempts
