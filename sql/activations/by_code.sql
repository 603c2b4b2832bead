-- reach: outside; whoever holds a slip has not said of which institution
-- kind: read
SELECT institution_id, person_id, expires_at, used_at
FROM activations
WHERE code_hash = $1
