-- reach: institution
-- kind: read
SELECT id, certificate, secret, since, until
FROM seal_keys
WHERE institution_id = $1 AND until IS NULL
