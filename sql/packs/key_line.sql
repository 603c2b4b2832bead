-- reach: institution
-- kind: record
UPDATE pack_lines SET keyer_id = $3, keyed_at = $4, marks = $5, sheet_page = $6
WHERE institution_id = $1 AND id = $2 AND voided_at IS NULL AND settled_at IS NULL AND reader_id IS NULL
    AND (keyer_id IS NULL OR keyer_id = $3)
