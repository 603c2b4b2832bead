-- reach: institution
-- kind: record
INSERT INTO attendances (
    institution_id, id, version, assembly_id, task_id, person_id, unit_id, joined_at, pledged_at, sheet_id, sampled,
    checked_at, checker_id, agreed
) VALUES (
    $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14
)
ON CONFLICT (assembly_id, task_id) DO UPDATE
SET version = excluded.version, pledged_at = excluded.pledged_at, sheet_id = excluded.sheet_id,
    sampled = excluded.sampled, checked_at = excluded.checked_at, checker_id = excluded.checker_id,
    agreed = excluded.agreed
WHERE attendances.institution_id = $1 AND attendances.id = excluded.id
    AND attendances.version = excluded.version - 1
