-- reach: institution
-- kind: record
INSERT INTO message_rounds (
    institution_id, drive_id, round, begun_at
) VALUES (
    $1, $2, $3, $4
)
ON CONFLICT (drive_id, round) DO NOTHING
