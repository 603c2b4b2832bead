-- reach: institution
-- kind: read
WITH placed AS (
    SELECT t.id, t.person_id, t.know_on, {place} AS place
    FROM {tasks_apart}
    WHERE t.institution_id = $1 AND t.drive_id = $2 AND {know_apart} AND t.know_on >= $6 AND t.know_on <= $7
        AND {owes $4 $5} AND t.refused IS NULL AND {reminded $4 'all' $9}
        AND NOT EXISTS (
            SELECT 1
            FROM messages m
            WHERE m.institution_id = $1 AND m.person_id = t.person_id
                AND (m.occasion = $3 || '/' || t.know_on OR (m.drive_id = t.drive_id AND m.day = $4 AND m.kind <> 'late_count'))
        )
)
SELECT person_id, know_on
FROM placed
WHERE place = 1
ORDER BY person_id
LIMIT $8
