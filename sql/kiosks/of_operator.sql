-- reach: institution
-- kind: read
SELECT id, institution_id, operator_id, token_hash, opened_at, expires_at, ended_at
FROM kiosks
WHERE institution_id = $1 AND operator_id = $2 AND ended_at IS NULL AND expires_at > $3
ORDER BY opened_at DESC, id
