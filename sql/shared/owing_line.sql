-- What the list of those who owe something tells of the person p with the task t, counted in the engagement e, at the end
-- {1} of a day.
t.id, t.person_id, e.unit_id, e.category,
    CASE WHEN t.opened_at < {1} THEN t.opened_at END, CASE WHEN t.read_at < {1} THEN t.read_at END,
    CASE WHEN t.passed_at < {1} THEN t.passed_at END, CASE WHEN t.pledged_at < {1} THEN t.pledged_at END,
    p.name_before, p.name, p.name_after, p.has_phone, t.refused, t.due_on, t.due_why, t.know_on, t.know_why
