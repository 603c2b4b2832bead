-- reach: institution
-- kind: read
WITH RECURSIVE {below $2}
SELECT r.id, r.drive_id, r.unit_id, r.held_on, r.place, r.reader, r.file_id, r.kind, r.officer_id, r.people, r.recorded_at,
    (
        SELECT COUNT(h.id)
        FROM hearings h
        WHERE h.institution_id = $1 AND h.reading_id = r.id AND h.sampled = 1 AND h.checked_at IS NULL
    )
FROM readings r
WHERE r.institution_id = $1 AND (CAST($2 AS BYTEA) IS NULL OR r.unit_id IN (SELECT id FROM below))
ORDER BY CASE WHEN EXISTS (
        SELECT 1
        FROM hearings w
        WHERE w.institution_id = $1 AND w.reading_id = r.id AND w.sampled = 1 AND w.checked_at IS NULL
    ) THEN 0 ELSE 1 END,
    r.recorded_at DESC, r.id
LIMIT $3
