-- Whether somebody is reminded on the day {1} of what they owe: those who owe it by the drive's day; where {2} is `all`, also
-- those who owe it by a day of their own, unless they are away. t is the task.
(t.due_why IS NULL OR ({2} = 'all' AND (t.due_why = 'joined' OR NOT EXISTS (
    SELECT 1
    FROM absences a
    WHERE a.institution_id = $1 AND a.person_id = t.person_id AND a.struck_at IS NULL
        AND a.since <= {1} AND (a.until IS NULL OR a.until >= {1})
))))
