-- reach: institution
-- kind: read
SELECT id, drive_id, person_id, unit_id, category, delivered_at, opened_at, read_at, passed_at, pledged_at, signed_at,
    ended_at, exempt_at, refused, due_on, due_why, know_on, know_why
FROM tasks
WHERE institution_id = $1 AND drive_id = $2
ORDER BY person_id
