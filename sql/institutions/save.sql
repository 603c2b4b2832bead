-- reach: outside; an institution is not inside an institution
-- kind: record
UPDATE institutions SET name = $2, head_title = $3, place = $4, work_days = $5, letterhead = $6, help = $7
WHERE id = $1
