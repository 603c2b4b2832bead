-- reach: institution
-- kind: record
UPDATE pack_lines SET settler_id = $3, settled_at = $4, outcome = $5, marks = NULL, reread_marks = NULL
WHERE institution_id = $1 AND id = $2 AND voided_at IS NULL AND settled_at IS NULL AND keyed_at IS NOT NULL
