-- reach: institution
-- kind: read
SELECT day, figures
FROM public_figures
WHERE institution_id = $1 AND drive_id = $2
ORDER BY day
