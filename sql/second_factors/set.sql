-- reach: institution
-- kind: record
INSERT INTO second_factors (
    institution_id, account_id, sealed, step, created_at
) VALUES (
    $1, $2, $3, $4, $5
)
ON CONFLICT (account_id) DO NOTHING
