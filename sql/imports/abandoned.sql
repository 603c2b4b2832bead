-- reach: outside; housekeeping of the installation
-- kind: read
SELECT i.institution_id, i.id
FROM imports i
WHERE i.state = 'discarded' AND i.staged_at < $1
    AND (
        EXISTS (SELECT 1 FROM import_rows r WHERE r.import_id = i.id)
        OR (
            EXISTS (SELECT 1 FROM upload_parts p WHERE p.upload_id = i.upload_id)
            AND NOT EXISTS (SELECT 1 FROM imports o WHERE o.upload_id = i.upload_id AND o.state IN ('columns', 'staged'))
        )
    )
ORDER BY i.staged_at, i.id
LIMIT $2
