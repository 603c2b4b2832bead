-- reach: institution
-- kind: record
UPDATE tasks SET due_on = $3, due_why = $4, know_on = $5, know_why = $6
WHERE institution_id = $1 AND id = $2
