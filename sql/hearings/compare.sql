-- reach: institution
-- kind: record
UPDATE hearings SET checked_at = $3, checker_id = $4, agreed = $5
WHERE institution_id = $1 AND id = $2 AND checked_at IS NULL
