-- reach: institution
-- kind: record
UPDATE exceptions SET answer = $3, answered_at = $4
WHERE institution_id = $1 AND id = $2 AND answered_at IS NULL AND ended_at IS NULL
