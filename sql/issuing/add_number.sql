-- reach: institution
-- kind: record
INSERT INTO circular_numbers (
    institution_id, id, circular_id, number, reason, given_by, given_office, given_at
) VALUES (
    $1, $2, $3, $4, $5, $6, $7, $8
)
