-- reach: institution
-- kind: read
SELECT COUNT(a.id),
    COALESCE(SUM(CASE WHEN a.pledged_at IS NOT NULL AND a.sheet_id IS NULL THEN 1 ELSE 0 END), 0),
    COALESCE(SUM(CASE WHEN a.pledged_at IS NOT NULL AND a.sheet_id IS NULL AND w.way <> 'own_device' THEN 1 ELSE 0 END), 0),
    COALESCE(SUM(CASE WHEN a.pledged_at IS NOT NULL AND a.sheet_id IS NOT NULL THEN 1 ELSE 0 END), 0),
    COALESCE(SUM(CASE WHEN a.pledged_at IS NULL AND EXISTS (
        SELECT 1
        FROM signature_checks c
        WHERE c.attendance_id = a.id AND c.institution_id = a.institution_id AND c.outcome IS NULL
    ) THEN 1 ELSE 0 END), 0)
FROM attendances a
LEFT JOIN step_ways w ON w.task_id = a.task_id AND w.step = 'pledged' AND w.institution_id = a.institution_id
WHERE a.institution_id = $1 AND a.assembly_id = $2
GROUP BY a.assembly_id
