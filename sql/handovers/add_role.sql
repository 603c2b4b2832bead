-- reach: institution
-- kind: record
INSERT INTO handover_roles (
    institution_id, handover_id, grant_id, role, unit_id
) VALUES (
    $1, $2, $3, $4, $5
)
