-- reach: outside; the public front page names every institution
-- kind: read
SELECT id, short_name, name, kind, head_title, place, zone, work_days, letterhead, help, example
FROM institutions
ORDER BY name, id
