-- reach: institution
-- kind: record
DELETE FROM engagements
WHERE institution_id = $1 AND id = $2
