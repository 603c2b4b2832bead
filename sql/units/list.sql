-- reach: institution
-- kind: read
SELECT id, parent_id, kind, code, name, work_days, since, until
FROM units
WHERE institution_id = $1
ORDER BY code, id
