-- reach: outside; finds the institution before there is a scope
-- kind: read
SELECT id, short_name, name, kind, head_title, place, zone, work_days, letterhead, help, example
FROM institutions
WHERE id = $1
