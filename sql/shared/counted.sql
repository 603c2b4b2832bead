-- Whether somebody is counted on the day {1}, at whose end {2} it is asked: as `domain::coverage::History::standing`
-- says of one person. t is the task, e an engagement of its person.
t.delivered_at < {2} AND COALESCE(t.ended_at, {2}) >= {2}
    AND COALESCE(t.exempt_at, {2}) >= {2} AND e.since <= {1} AND COALESCE(e.until, {1}) >= {1}
