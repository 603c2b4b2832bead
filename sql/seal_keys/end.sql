-- reach: institution
-- kind: record
UPDATE seal_keys SET until = $3, secret = NULL
WHERE institution_id = $1 AND id = $2 AND until IS NULL
