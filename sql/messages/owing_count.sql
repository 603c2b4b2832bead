-- reach: institution
-- kind: read
WITH RECURSIVE {below $3},
placed AS (
    SELECT t.id, t.person_id, t.drive_id, e.unit_id, {place} AS place
    FROM {tasks_placed}
    WHERE t.institution_id = $1 AND t.drive_id = $2 AND {owes $4 $5} AND t.refused IS NULL
        AND {reminded $4 'all' $6}
)
SELECT COUNT(t.id), COUNT(CASE WHEN EXISTS (
    SELECT 1
    FROM messages m
    WHERE m.institution_id = $1 AND m.person_id = t.person_id
        AND m.drive_id = t.drive_id AND m.day = $4 AND m.kind <> 'late_count'
) THEN 1 END)
FROM placed t
WHERE t.place = 1 AND (CAST($3 AS BYTEA) IS NULL OR t.unit_id IN (SELECT id FROM below))
HAVING COUNT(t.id) > 0
