-- reach: institution
-- kind: read
SELECT id, circular_id, number, reason, given_by, given_office, given_at
FROM circular_numbers
WHERE institution_id = $1 AND circular_id = $2
ORDER BY given_at DESC, id DESC
