-- What joins {tasks_apart}, and that the task is due apart.
t.due_why > '' AND d.id = t.drive_id AND d.institution_id = t.institution_id
    AND e.person_id = t.person_id AND e.institution_id = t.institution_id
