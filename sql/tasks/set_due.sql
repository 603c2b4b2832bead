-- reach: institution
-- kind: record
UPDATE tasks SET due_on = $3, due_why = $4
WHERE institution_id = $1 AND id = $2
