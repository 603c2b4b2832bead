-- reach: institution
-- kind: record
INSERT INTO signature_checks (
    institution_id, id, pact_id, attendance_id, given_at, task_id, person_id, reason, device, opened_at
) VALUES (
    $1, $2, $3, $4, $5, $6, $7, $8, $9, $10
)
