-- reach: institution
-- kind: read
SELECT id, version, assembly_id, task_id, person_id, unit_id, joined_at, pledged_at, sheet_id, sampled,
    checked_at, checker_id, agreed
FROM attendances
WHERE institution_id = $1 AND person_id = $2 AND task_id = $3 AND pledged_at = $4
