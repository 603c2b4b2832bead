-- reach: institution
-- kind: read
SELECT d.id, d.from_id, d.to_id, d.role, d.unit_id, d.since, d.until, d.letter_number, d.letter_date, d.given_at,
    d.ended_at, p.name_before, p.name, p.name_after
FROM delegations d
JOIN persons p ON p.id = CASE WHEN d.from_id = $2 THEN d.to_id ELSE d.from_id END AND p.institution_id = d.institution_id
WHERE d.institution_id = $1 AND (d.from_id = $2 OR d.to_id = $2)
ORDER BY d.since DESC, d.id
LIMIT $3
