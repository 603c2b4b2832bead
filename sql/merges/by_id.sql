-- reach: institution
-- kind: read
SELECT id, version, survivor_id, double_id, reason, proposed_by, proposed_at, state, decided_by, decided_at, moves,
    parted_by, parted_at, parted_reason
FROM merges
WHERE institution_id = $1 AND id = $2
