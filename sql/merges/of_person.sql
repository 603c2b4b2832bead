-- reach: institution
-- kind: read
SELECT id, version, survivor_id, double_id, reason, proposed_by, proposed_at, state, decided_by, decided_at, moves,
    parted_by, parted_at, parted_reason
FROM merges
WHERE institution_id = $1 AND (survivor_id = $2 OR double_id = $2)
ORDER BY proposed_at DESC, id
