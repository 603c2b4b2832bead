-- reach: institution
-- kind: read
-- Whatever hangs on a task. Some are found by its person, for whom there is an index; the join is CROSS so that SQLite takes it.
SELECT 'attempts' FROM attempts WHERE institution_id = $1 AND task_id = $2
UNION
SELECT 'pacts' FROM tasks t
CROSS JOIN pacts k
WHERE t.institution_id = $1 AND t.id = $2 AND k.person_id = t.person_id AND k.task_id = t.id AND k.institution_id = $1
UNION
SELECT 'step_ways' FROM step_ways WHERE institution_id = $1 AND task_id = $2
UNION
SELECT 'exceptions' FROM exceptions WHERE institution_id = $1 AND task_id = $2
UNION
SELECT 'attendances' FROM tasks t
CROSS JOIN attendances n
WHERE t.institution_id = $1 AND t.id = $2 AND n.person_id = t.person_id AND n.task_id = t.id AND n.institution_id = $1
UNION
SELECT 'hearings' FROM tasks t
CROSS JOIN hearings h
WHERE t.institution_id = $1 AND t.id = $2 AND h.person_id = t.person_id AND h.task_id = t.id AND h.institution_id = $1
UNION
SELECT 'pack_lines' FROM tasks t
CROSS JOIN pack_lines l
WHERE t.institution_id = $1 AND t.id = $2 AND l.person_id = t.person_id AND l.task_id = t.id AND l.institution_id = $1
UNION
SELECT 'merged_tasks' FROM merged_tasks WHERE institution_id = $1 AND double_task = $2
UNION
SELECT 'merged_tasks' FROM merged_tasks WHERE institution_id = $1 AND survivor_task = $2
