-- reach: institution
-- kind: read
SELECT b.id, b.version, b.unit_id, b.ordered_by, b.ordered_at, b.state, b.decided_by, b.decided_at, b.printed,
    (SELECT COUNT(*) FROM slip_batch_persons p WHERE p.institution_id = $1 AND p.batch_id = b.id)
FROM slip_batches b
WHERE b.institution_id = $1
ORDER BY b.ordered_at DESC, b.id
LIMIT $2
