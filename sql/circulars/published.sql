-- reach: institution
-- kind: read
SELECT id, number, ended_at
FROM circulars
WHERE institution_id = $1 AND published_at IS NOT NULL
ORDER BY id
