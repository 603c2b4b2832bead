-- reach: institution
-- kind: read
WITH placed AS (
    SELECT t.id, e.unit_id, e.category, t.due_on, t.due_why, {place} AS place
    FROM {tasks_apart}
    WHERE t.institution_id = $1 AND t.drive_id = $2 AND {apart} AND {owes $3 $4}
)
SELECT unit_id, category, due_on, due_why
FROM placed
WHERE place = 1
ORDER BY id
