-- reach: institution
-- kind: read
WITH RECURSIVE {below $3}
SELECT COUNT(t.id)
FROM readings r
JOIN hearings h ON h.reading_id = r.id AND h.institution_id = r.institution_id
JOIN tasks t ON t.id = h.task_id AND t.institution_id = r.institution_id
WHERE r.institution_id = $1 AND r.drive_id = $2 AND r.recorded_at < $4 AND t.read_at = r.recorded_at
    AND (CAST($3 AS BYTEA) IS NULL OR h.unit_id IN (SELECT id FROM below))
HAVING COUNT(t.id) > 0
