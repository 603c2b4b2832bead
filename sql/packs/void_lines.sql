-- reach: institution
-- kind: record
UPDATE pack_lines SET voided_at = $3, marks = NULL, reread_marks = NULL
WHERE institution_id = $1 AND task_id = $2 AND voided_at IS NULL AND settled_at IS NULL
