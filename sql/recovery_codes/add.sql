-- reach: institution
-- kind: record
INSERT INTO recovery_codes (
    institution_id, account_id, code_hash
) VALUES (
    $1, $2, $3
)
