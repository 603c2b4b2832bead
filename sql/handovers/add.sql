-- reach: institution
-- kind: record
INSERT INTO handovers (
    institution_id, id, version, leaving_id, successor_id, proposed_by, proposed_at, state
) VALUES (
    $1, $2, $3, $4, $5, $6, $7, $8
)
