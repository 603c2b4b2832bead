-- reach: institution
-- kind: read
SELECT r.id, r.drive_id, r.unit_id, r.held_on, r.place, r.reader, r.file_id, r.kind, r.officer_id, r.people, r.recorded_at,
    (
        SELECT COUNT(h.id)
        FROM hearings h
        WHERE h.institution_id = $1 AND h.reading_id = r.id AND h.sampled = 1 AND h.checked_at IS NULL
    )
FROM readings r
WHERE r.institution_id = $1
ORDER BY r.recorded_at DESC, r.id
LIMIT $2
