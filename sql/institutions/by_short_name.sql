-- reach: outside; a public address names the institution it wants
-- kind: read
SELECT id, short_name, name, kind, head_title, place, zone, work_days, letterhead, help, example
FROM institutions
WHERE short_name = $1
