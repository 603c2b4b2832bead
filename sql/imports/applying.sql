-- reach: institution
-- kind: read
SELECT COUNT(id)
FROM imports
WHERE institution_id = $1 AND state IN ('applying', 'undoing')
