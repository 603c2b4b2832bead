-- reach: institution
-- kind: record
INSERT INTO slip_batches (
    institution_id, id, version, unit_id, ordered_by, ordered_at, state, decided_by, decided_at, printed
) VALUES (
    $1, $2, $3, $4, $5, $6, $7, $8, $9, $10
)
