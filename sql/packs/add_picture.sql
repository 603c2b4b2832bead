-- reach: institution
-- kind: record
INSERT INTO pack_pictures (
    institution_id, id, pack_id, file_id, media, pages, mark, sender_id, sent_at
) VALUES (
    $1, $2, $3, $4, $5, $6, $7, $8, $9
)
