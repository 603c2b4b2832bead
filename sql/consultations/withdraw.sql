-- reach: institution
-- kind: record
UPDATE consultations SET withdrawn_on = $3, question = NULL, asker = NULL, code = NULL
WHERE institution_id = $1 AND id = $2 AND answered_on IS NULL AND withdrawn_on IS NULL
