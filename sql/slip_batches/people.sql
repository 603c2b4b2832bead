-- reach: institution
-- kind: read
SELECT p.id, p.name_before, p.name, p.name_after,
    a.id,
    (
        SELECT e.unit_id
        FROM engagements e
        WHERE e.institution_id = $1 AND e.person_id = p.id AND e.since <= $3 AND (e.until IS NULL OR e.until >= $3)
        ORDER BY e.since DESC, e.id
        LIMIT 1
    )
FROM slip_batch_persons b
JOIN persons p ON p.id = b.person_id AND p.institution_id = b.institution_id
LEFT JOIN accounts a ON a.person_id = p.id AND a.institution_id = p.institution_id
WHERE b.institution_id = $1 AND b.batch_id = $2
ORDER BY p.search, p.id
