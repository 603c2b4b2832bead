-- reach: institution
-- kind: record
UPDATE signature_checks SET outcome = $3, decided_by = $4, decided_at = $5
WHERE institution_id = $1 AND id = $2 AND outcome IS NULL
