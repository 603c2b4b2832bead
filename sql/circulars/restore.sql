-- reach: institution
-- kind: record
UPDATE circulars SET ended_at = NULL, ending = NULL
WHERE institution_id = $1 AND id = $2 AND COALESCE(ended_at, $3) = $3
