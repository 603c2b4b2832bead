-- reach: institution
-- kind: read
SELECT COUNT(id),
    COALESCE(SUM(CASE WHEN pledged_at IS NOT NULL AND sheet_id IS NULL THEN 1 ELSE 0 END), 0),
    COALESCE(SUM(CASE WHEN pledged_at IS NOT NULL AND sheet_id IS NOT NULL THEN 1 ELSE 0 END), 0)
FROM attendances
WHERE institution_id = $1 AND assembly_id = $2
GROUP BY assembly_id
