-- reach: institution
-- kind: record
INSERT INTO certified_signatures (
    institution_id, id, circular_id, turn, asked_by, sent_at, state
) VALUES (
    $1, $2, $3, $4, $5, $6, 'sent'
)
ON CONFLICT DO NOTHING
