-- reach: institution
-- kind: read
-- Also what was signed in a task that counts for this one. The join is CROSS so that SQLite begins with these few.
WITH RECURSIVE joined (id) AS (
    SELECT id FROM tasks WHERE institution_id = $1 AND id = $2
    UNION
    SELECT m.double_task FROM joined b JOIN merged_tasks m ON m.survivor_task = b.id WHERE m.institution_id = $1
)
SELECT k.id, k.task_id, k.person_id, k.number, k.body, k.assurance, k.proof, k.named_id, k.signed_at, k.salt,
    k.passkey_signature, k.standing
FROM joined b
CROSS JOIN pacts k
WHERE k.task_id = b.id AND k.institution_id = $1 AND k.standing <> 'void'
ORDER BY CASE WHEN k.standing = 'valid' THEN 0 ELSE 1 END, k.signed_at, k.id
LIMIT 1
