-- reach: institution
-- kind: record
UPDATE circulars SET number = $3
WHERE institution_id = $1 AND id = $2 AND published_at IS NOT NULL AND COALESCE(number, '') = $4
