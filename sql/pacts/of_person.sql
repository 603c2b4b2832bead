-- reach: institution
-- kind: read
-- Also what was signed in a record that counts for this one. The join is CROSS so that SQLite begins with these few.
WITH RECURSIVE one (id) AS (
    SELECT id FROM persons WHERE institution_id = $1 AND id = $2
    UNION
    SELECT m.double_id FROM one b JOIN merges m ON m.survivor_id = b.id WHERE m.institution_id = $1 AND m.state = 'done'
)
SELECT k.id, k.task_id, k.person_id, k.number, k.body, k.assurance, k.proof, k.named_id, k.signed_at, k.salt,
    k.passkey_signature, k.standing
FROM one b
CROSS JOIN pacts k
WHERE k.person_id = b.id AND k.institution_id = $1
ORDER BY k.signed_at DESC, k.id
