-- reach: institution
-- kind: record
UPDATE merges
SET version = $3, state = $4, decided_by = $5, decided_at = $6, moves = $7, parted_by = $8, parted_at = $9,
    parted_reason = $10
WHERE institution_id = $1 AND id = $2 AND version = $3 - 1
