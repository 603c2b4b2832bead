-- reach: institution
-- kind: record
UPDATE signed_scans SET state = $3, decided_by = $4, decided_office = $5, decided_at = $6, reason = $7
WHERE institution_id = $1 AND id = $2 AND state = 'waiting'
