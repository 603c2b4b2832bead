-- reach: institution
-- kind: read
SELECT id, drive_id, unit_id, through_id, due, maker_id, made_at, follows_id
FROM packs
WHERE institution_id = $1 AND id = $2
