-- reach: institution
-- kind: record
UPDATE published_answers SET state = $4, decided_by = $5, decided_on = $6
WHERE institution_id = $1 AND id = $2 AND state = $3
