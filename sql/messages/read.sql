-- reach: institution
-- kind: record
UPDATE messages SET read_at = $4
WHERE institution_id = $1 AND person_id = $2 AND planned_at <= $3 AND read_at IS NULL
