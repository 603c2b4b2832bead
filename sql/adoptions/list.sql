-- reach: institution
-- kind: read
SELECT id, version, instrument, dispute, reading, reason, office, signatory, decided_on, state, entered_by, entered_at,
    settled_by, settled_at
FROM adoptions
WHERE institution_id = $1
ORDER BY entered_at DESC, id
