-- reach: institution
-- kind: bookkeeping
UPDATE passkeys SET data = $3
WHERE institution_id = $1 AND id = $2
