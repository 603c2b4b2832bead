-- reach: institution
-- kind: read
SELECT grant_id, role, unit_id
FROM handover_roles
WHERE institution_id = $1 AND handover_id = $2
ORDER BY role, grant_id
