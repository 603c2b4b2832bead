-- reach: outside; whoever signs in with a passkey has not said of which institution
-- kind: read
SELECT k.institution_id, a.person_id, k.id, k.account_id, k.credential, k.data, k.created_at
FROM passkeys k
JOIN accounts a ON a.id = k.account_id
WHERE k.credential = $1
