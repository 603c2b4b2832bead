-- reach: institution
-- kind: record
UPDATE circulars SET number = $3, version = version + 1
WHERE institution_id = $1 AND id = $2 AND number IS NULL AND published_at IS NOT NULL
