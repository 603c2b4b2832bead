-- reach: institution
-- kind: record
UPDATE papers SET number = $3
WHERE institution_id = $1 AND kind = 'letter' AND object_id = $2
