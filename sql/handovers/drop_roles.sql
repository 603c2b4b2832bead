-- reach: institution
-- kind: record
DELETE FROM handover_roles
WHERE institution_id = $1 AND handover_id = $2
