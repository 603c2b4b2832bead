-- reach: institution
-- kind: read
SELECT id, version, survivor_id, double_id, reason, proposed_by, proposed_at, state, decided_by, decided_at, moves,
    parted_by, parted_at, parted_reason
FROM merges
WHERE institution_id = $1
ORDER BY CASE WHEN state = 'proposed' THEN 0 ELSE 1 END, proposed_at DESC, id
LIMIT $2
