-- reach: institution
-- kind: record
UPDATE activations SET used_at = $3
WHERE institution_id = $1 AND code_hash = $2 AND used_at IS NULL AND expires_at > $3
