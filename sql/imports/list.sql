-- reach: institution
-- kind: read
SELECT id, file_name, state, units, good, faulty, applied, unchanged, person_id, staged_at, upload_id, layout,
    decided_at, undone, kept
FROM imports
WHERE institution_id = $1
ORDER BY staged_at DESC, id
LIMIT $2
