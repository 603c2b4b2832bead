-- reach: institution
-- kind: read
SELECT p.id, p.drive_id, p.unit_id, p.through_id, p.due, p.maker_id, p.made_at, p.follows_id,
    COUNT(l.id), COUNT(l.voided_at), COUNT(CASE WHEN l.voided_at IS NULL THEN l.keyed_at END), COUNT(l.settled_at),
    (SELECT COUNT(*) FROM pack_pictures f WHERE f.pack_id = p.id AND f.institution_id = p.institution_id)
FROM packs p
LEFT JOIN pack_lines l ON l.pack_id = p.id AND l.institution_id = p.institution_id
WHERE p.institution_id = $1
GROUP BY p.id, p.drive_id, p.unit_id, p.through_id, p.due, p.maker_id, p.made_at, p.follows_id, p.institution_id
ORDER BY p.made_at DESC, p.id
