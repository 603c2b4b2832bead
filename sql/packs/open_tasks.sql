-- reach: institution
-- kind: read
SELECT l.task_id
FROM packs p
JOIN pack_lines l ON l.pack_id = p.id AND l.institution_id = p.institution_id
WHERE p.institution_id = $1 AND p.drive_id = $2 AND l.voided_at IS NULL AND l.settled_at IS NULL
ORDER BY l.task_id
