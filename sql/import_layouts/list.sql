-- reach: institution
-- kind: read
SELECT fingerprint, columns
FROM import_layouts
WHERE institution_id = $1
ORDER BY changed_at DESC, fingerprint
LIMIT 200
