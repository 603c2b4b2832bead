-- Tasks of drives with every engagement of their people.
tasks t
JOIN drives d ON d.id = t.drive_id AND d.institution_id = t.institution_id
JOIN engagements e ON e.person_id = t.person_id AND e.institution_id = t.institution_id
