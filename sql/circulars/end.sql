-- reach: institution
-- kind: record
UPDATE circulars SET ended_at = $3, ending = $4
WHERE institution_id = $1 AND id = $2 AND published_at IS NOT NULL AND ended_at IS NULL
