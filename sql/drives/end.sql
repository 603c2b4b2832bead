-- reach: institution
-- kind: record
UPDATE drives SET ended_at = $3
WHERE institution_id = $1 AND circular_id = $2 AND ended_at IS NULL
