-- reach: institution
-- kind: read
SELECT id, pact_id, attendance_id, given_at, task_id, person_id, reason, device, opened_at, outcome, decided_by, decided_at
FROM signature_checks
WHERE institution_id = $1 AND id = $2
