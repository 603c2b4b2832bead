-- reach: institution
-- kind: bookkeeping
INSERT INTO sessions (
    institution_id, token_hash, account_id, person_id, device, factors, created_at, seen_at, proved_at, proof, expires_at,
    kiosk_id
) VALUES (
    $1, $2, $3, $4, $5, $6, $7, $7, $8, $9, $10, $11
)
