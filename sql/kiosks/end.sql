-- reach: institution
-- kind: record
UPDATE kiosks SET ended_at = $3
WHERE institution_id = $1 AND id = $2 AND ended_at IS NULL
