-- reach: institution
-- kind: record
INSERT INTO delegations (
    institution_id, id, from_id, to_id, role, unit_id, since, until, letter_number, letter_date, given_at
) VALUES (
    $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11
)
