-- reach: institution
-- kind: bookkeeping
INSERT INTO sessions (
    institution_id, token_hash, account_id, person_id, created_at, seen_at, expires_at
) VALUES (
    $1, $2, $3, $4, $5, $5, $6
)
