-- reach: institution
-- kind: read
SELECT l.id, l.pack_id, l.place, l.task_id, l.person_id, l.code, l.questions, l.voided_at,
    l.keyer_id, l.keyed_at, l.marks, l.sheet_page, l.reader_id, l.reread_at, l.reread_marks, l.reread_stands,
    l.settler_id, l.settled_at, l.outcome,
    p.name_before, p.name, p.name_after
FROM pack_lines l
JOIN persons p ON p.id = l.person_id AND p.institution_id = l.institution_id
WHERE l.institution_id = $1 AND l.pack_id = $2
ORDER BY l.place
