-- reach: institution
-- kind: read
SELECT round
FROM message_rounds
WHERE institution_id = $1 AND drive_id = $2
ORDER BY round
