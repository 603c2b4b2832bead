-- reach: institution
-- kind: record
UPDATE pack_lines SET reader_id = $3, reread_at = $4, reread_marks = $5, reread_stands = $6
WHERE institution_id = $1 AND id = $2 AND voided_at IS NULL AND settled_at IS NULL AND keyer_id <> $3
    AND (reader_id IS NULL OR (reader_id = $3 AND reread_stands = 0))
