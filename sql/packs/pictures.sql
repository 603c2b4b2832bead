-- reach: institution
-- kind: read
SELECT id, pack_id, file_id, media, pages, mark, sender_id, sent_at
FROM pack_pictures
WHERE institution_id = $1 AND pack_id = $2
ORDER BY sent_at, id
