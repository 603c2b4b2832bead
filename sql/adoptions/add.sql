-- reach: institution
-- kind: record
INSERT INTO adoptions (
    institution_id, id, version, instrument, dispute, reading, reason, office, signatory, decided_on, state, entered_by,
    entered_at
) VALUES (
    $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13
)
