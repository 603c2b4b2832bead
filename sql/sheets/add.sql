-- reach: institution
-- kind: record
INSERT INTO sheets (
    institution_id, id, assembly_id, file_id, kind, officer_id, people, recorded_at
) VALUES (
    $1, $2, $3, $4, $5, $6, $7, $8
)
