-- Whether somebody is reminded on the day {1} of what they owe: those who owe it by the drive's day; where {2} is `all`, also
-- those who owe it by a day of their own; where it is `know`, those who have not passed and owe that by the drive's day for
-- it; where it is `rest`, of those who owe it by the drive's day those who have passed. Nobody who is away is: as `domain::absence::Absence::covers` says, of a kind that
-- excuses; {3} is the secondment that does. t is the task.
(({2} = 'all' OR ({2} = '' AND t.due_why IS NULL) OR ({2} = 'know' AND t.know_why IS NULL AND t.passed_at IS NULL)
    OR ({2} = 'rest' AND t.due_why IS NULL AND t.passed_at IS NOT NULL))
    AND NOT EXISTS (
    SELECT 1
    FROM absences a
    WHERE a.institution_id = $1 AND a.person_id = t.person_id AND a.struck_at IS NULL
        AND a.since <= {1} AND (a.until IS NULL OR a.until >= {1})
        AND (a.kind NOT IN ('seconded_out', 'seconded_in') OR a.kind = {3})
))
