-- reach: institution
-- kind: record
DELETE FROM upload_parts
WHERE institution_id = $1 AND upload_id = (SELECT i.upload_id FROM imports i WHERE i.institution_id = $1 AND i.id = $2)
    AND NOT EXISTS (
        SELECT 1
        FROM imports o
        WHERE o.institution_id = $1 AND o.upload_id = upload_parts.upload_id AND o.id <> $2
            AND o.state IN ('columns', 'staged')
    )
