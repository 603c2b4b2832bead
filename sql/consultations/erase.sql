-- reach: institution
-- kind: record
UPDATE consultations SET question = NULL
WHERE institution_id = $1 AND id = $2 AND answered_on IS NOT NULL AND question IS NOT NULL
