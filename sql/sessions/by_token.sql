-- reach: outside; the token is all that a request brings
-- kind: read
SELECT
    s.institution_id, s.account_id, s.person_id, s.device, s.factors, s.proved_at, s.proof, s.kiosk_id,
    s.seen_at, s.expires_at,
    CASE WHEN f.account_id IS NULL THEN 0 ELSE 1 END
FROM sessions s
LEFT JOIN second_factors f ON f.account_id = s.account_id AND f.institution_id = s.institution_id
WHERE s.token_hash = $1
