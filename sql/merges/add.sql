-- reach: institution
-- kind: record
INSERT INTO merges (
    institution_id, id, version, survivor_id, double_id, reason, proposed_by, proposed_at, state
) VALUES (
    $1, $2, $3, $4, $5, $6, $7, $8, $9
)
