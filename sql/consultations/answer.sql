-- reach: institution
-- kind: record
UPDATE consultations SET answer = $3, answered_on = $4
WHERE institution_id = $1 AND id = $2 AND answered_on IS NULL AND withdrawn_on IS NULL
