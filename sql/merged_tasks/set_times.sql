-- reach: institution
-- kind: record
UPDATE tasks
SET delivered_at = COALESCE($3, delivered_at), opened_at = $4, read_at = $5, passed_at = $6, pledged_at = $7,
    signed_at = $8, met_at = COALESCE(met_at, $4, $5)
WHERE institution_id = $1 AND id = $2
