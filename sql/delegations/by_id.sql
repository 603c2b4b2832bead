-- reach: institution
-- kind: read
SELECT id, from_id, to_id, role, unit_id, since, until, letter_number, letter_date, given_at, ended_at
FROM delegations
WHERE institution_id = $1 AND id = $2
