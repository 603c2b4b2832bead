-- reach: institution
-- kind: read
SELECT figures
FROM public_figures
WHERE institution_id = $1 AND drive_id = $2 AND day = $3
