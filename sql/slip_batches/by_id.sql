-- reach: institution
-- kind: read
SELECT id, version, unit_id, ordered_by, ordered_at, state, decided_by, decided_at, printed
FROM slip_batches
WHERE institution_id = $1 AND id = $2
