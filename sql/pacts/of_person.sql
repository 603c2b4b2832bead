-- reach: institution
-- kind: read
SELECT id, task_id, person_id, number, body, assurance, proof, named_id, signed_at, salt, standing
FROM pacts
WHERE institution_id = $1 AND person_id = $2
ORDER BY signed_at DESC, id
