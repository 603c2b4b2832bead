-- reach: institution
-- kind: read
SELECT unit_id, COUNT(id), COUNT(opened_at), COUNT(read_at), COUNT(passed_at), COUNT(pledged_at), COUNT(signed_at)
FROM tasks
WHERE institution_id = $1 AND drive_id = $2 AND ended_at IS NULL AND exempt_at IS NULL
GROUP BY unit_id
ORDER BY unit_id
