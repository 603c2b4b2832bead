-- reach: outside; an institution is not inside an institution
-- kind: record
INSERT INTO institutions (
    id, short_name, name, kind, head_title, place, zone, work_days, letterhead, help, example
) VALUES (
    $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11
)
