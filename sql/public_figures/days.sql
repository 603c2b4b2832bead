-- reach: institution
-- kind: read
SELECT drive_id, day
FROM public_figures
WHERE institution_id = $1
ORDER BY drive_id, day
