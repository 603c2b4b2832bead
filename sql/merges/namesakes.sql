-- reach: institution
-- kind: read
SELECT p.search, p.id, d.id, d.kind, d.blind_index, d.sealed, d.since, d.until
FROM persons p
JOIN details d ON d.person_id = p.id AND d.institution_id = p.institution_id
WHERE p.institution_id = $1 AND d.until IS NULL
    AND EXISTS (
        SELECT 1 FROM persons q
        WHERE q.institution_id = $1 AND q.search = p.search AND q.id <> p.id
    )
ORDER BY p.search, p.id, d.id
