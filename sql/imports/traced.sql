-- reach: outside; housekeeping of the installation
-- kind: read
SELECT i.institution_id, i.id
FROM imports i
WHERE i.decided_at < $1 AND i.state <> 'undoing'
    AND EXISTS (SELECT 1 FROM import_traces t WHERE t.import_id = i.id)
ORDER BY i.decided_at, i.id
LIMIT $2
