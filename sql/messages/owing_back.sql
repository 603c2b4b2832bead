-- reach: institution
-- kind: read
WITH back AS (
    SELECT DISTINCT a.person_id
    FROM absences a
    WHERE a.institution_id = $1 AND a.struck_at IS NULL AND a.until >= $6 AND a.until < $4
        AND (a.kind NOT IN ('seconded_out', 'seconded_in') OR a.kind = $8)
),
placed AS (
    SELECT t.id, t.person_id, {place} AS place
    FROM back b
    CROSS JOIN {tasks_apart}
    WHERE t.institution_id = $1 AND t.person_id = b.person_id AND t.drive_id = $2
        AND d.id = t.drive_id AND d.institution_id = t.institution_id
        AND e.person_id = t.person_id AND e.institution_id = t.institution_id
        AND {owes $4 $5} AND t.refused IS NULL AND {reminded $4 $9 $8}
        AND NOT EXISTS (
            SELECT 1
            FROM messages m
            WHERE m.institution_id = $1 AND m.person_id = t.person_id
                AND (m.occasion = $3 OR (m.drive_id = t.drive_id AND m.day = $4 AND m.kind <> 'late_count'))
        )
)
SELECT person_id
FROM placed
WHERE place = 1
ORDER BY person_id
LIMIT $7
