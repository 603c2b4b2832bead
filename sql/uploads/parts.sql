-- reach: institution
-- kind: read
SELECT part, sealed
FROM upload_parts
WHERE institution_id = $1 AND upload_id = $2
ORDER BY part
