-- Whether somebody still owes something at the end {2} of the day {1}: as `domain::coverage::History::owes`. d is the
-- drive of the task t, e an engagement of its person.
{counted {1} {2}} AND COALESCE(d.ended_at, {2}) >= {2}
    AND COALESCE(CASE d.asks WHEN 'read' THEN t.read_at WHEN 'passed' THEN t.passed_at WHEN 'pledged' THEN t.pledged_at
        ELSE t.signed_at END, {2}) >= {2}
