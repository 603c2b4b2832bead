-- reach: institution
-- kind: record
UPDATE pack_lines SET keyer_id = $3, keyed_at = $4, marks = $5
WHERE institution_id = $1 AND id = $2 AND voided_at IS NULL AND settled_at IS NULL AND keyer_id <> $3
