-- reach: institution
-- kind: read
SELECT id, version, leaving_id, successor_id, proposed_by, proposed_at, state, decided_by, decided_at, done
FROM handovers
WHERE institution_id = $1 AND id = $2
