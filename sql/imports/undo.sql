-- reach: institution
-- kind: record
UPDATE imports SET state = $3, undone = $4, kept = $5
WHERE institution_id = $1 AND id = $2 AND state = $6 AND undone <= $4 AND kept <= $5
