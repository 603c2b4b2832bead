-- reach: institution
-- kind: record
UPDATE attempts SET answers = $3, correct = $4, answered_at = $5
WHERE institution_id = $1 AND id = $2 AND answered_at IS NULL
