-- reach: outside; the token is all that a request brings
-- kind: read
SELECT k.id, k.institution_id, k.operator_id, k.token_hash, k.opened_at, k.expires_at, k.ended_at,
    p.name_before, p.name, p.name_after
FROM kiosks k
JOIN persons p ON p.id = k.operator_id AND p.institution_id = k.institution_id
WHERE k.token_hash = $1
