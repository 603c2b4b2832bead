-- reach: institution
-- kind: read
-- Of records that became one, however many, the task of the one that stays stands for all: with the pact that counts for it,
-- as of_task.sql finds it.
WITH RECURSIVE joined (top, task) AS (
    SELECT m.survivor_task, m.double_task
    FROM merged_tasks m
    WHERE m.institution_id = $1
        AND NOT EXISTS (SELECT 1 FROM merged_tasks o WHERE o.institution_id = $1 AND o.double_task = m.survivor_task)
    UNION
    SELECT b.top, m.double_task FROM joined b JOIN merged_tasks m ON m.survivor_task = b.task WHERE m.institution_id = $1
), member (top, task) AS (
    SELECT top, task FROM joined
    UNION
    SELECT top, top FROM joined
), joint AS (
    SELECT b.top, k.assurance, k.standing, ROW_NUMBER() OVER (
        PARTITION BY b.top ORDER BY CASE WHEN k.standing = 'valid' THEN 0 ELSE 1 END, k.signed_at, k.id
    ) AS turn
    FROM member b
    CROSS JOIN pacts k
    WHERE k.task_id = b.task AND k.institution_id = $1 AND k.standing <> 'void'
), placed AS (
    SELECT e.unit_id, k.assurance, k.standing, {place} AS place
    FROM {tasks_placed}
    JOIN pacts k ON k.task_id = t.id AND k.institution_id = t.institution_id
    WHERE t.institution_id = $1 AND t.drive_id = $2 AND k.standing <> 'void' AND {counted $3 $4}
        AND NOT EXISTS (SELECT 1 FROM merged_tasks m WHERE m.institution_id = $1 AND m.double_task = t.id)
        AND NOT EXISTS (SELECT 1 FROM merged_tasks m WHERE m.institution_id = $1 AND m.survivor_task = t.id)
    UNION ALL
    SELECT e.unit_id, j.assurance, j.standing, {place} AS place
    FROM joint j
    CROSS JOIN tasks t
    CROSS JOIN drives d
    CROSS JOIN engagements e
    WHERE j.turn = 1 AND t.id = j.top AND t.institution_id = $1 AND t.drive_id = $2
        AND d.id = t.drive_id AND d.institution_id = t.institution_id
        AND e.person_id = t.person_id AND e.institution_id = t.institution_id AND {counted $3 $4}
)
SELECT unit_id, assurance, standing, COUNT(*)
FROM placed
WHERE place = 1
GROUP BY unit_id, assurance, standing
ORDER BY unit_id, assurance, standing
