-- reach: institution
-- kind: record
INSERT INTO packs (
    institution_id, id, drive_id, unit_id, through_id, due, maker_id, made_at, follows_id
) VALUES (
    $1, $2, $3, $4, $5, $6, $7, $8, $9
)
