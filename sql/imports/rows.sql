-- reach: institution
-- kind: read
SELECT line, sealed
FROM import_rows
WHERE institution_id = $1 AND import_id = $2 AND good = $3 AND line > $4
ORDER BY line
LIMIT $5
