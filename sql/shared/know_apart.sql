-- As {apart}, of those who owe reading and the check by a day of their own and have not passed. Whoever uses it asks for
-- `t.know_why > ''`, for which there is an index.
t.know_why > '' AND t.passed_at IS NULL AND d.id = t.drive_id AND d.institution_id = t.institution_id
    AND e.person_id = t.person_id AND e.institution_id = t.institution_id
