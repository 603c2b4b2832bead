-- reach: institution
-- kind: read
-- By name, so that whoever looks at a page waits for the people before it and for nobody behind it. The joins are CROSS so
-- that SQLite keeps the order.
SELECT {owing_line $5}
FROM persons p
CROSS JOIN tasks t
CROSS JOIN drives d
CROSS JOIN engagements e
WHERE p.institution_id = $1 AND {owing_join}
ORDER BY p.search, t.id
LIMIT $7 OFFSET $8
