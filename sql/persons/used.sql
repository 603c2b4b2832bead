-- reach: institution
-- kind: read
SELECT 'accounts' FROM accounts WHERE institution_id = $1 AND person_id = $2
UNION
SELECT 'activations' FROM activations WHERE institution_id = $1 AND person_id = $2
UNION
SELECT 'tasks' FROM tasks WHERE institution_id = $1 AND person_id = $2
    AND (opened_at IS NOT NULL OR met_at IS NOT NULL OR exempt_at IS NOT NULL OR refused IS NOT NULL)
UNION
SELECT 'pacts' FROM pacts WHERE institution_id = $1 AND person_id = $2
UNION
SELECT 'pacts' FROM pacts WHERE institution_id = $1 AND named_id = $2
UNION
SELECT 'step_ways' FROM step_ways WHERE institution_id = $1 AND person_id = $2
UNION
SELECT 'step_ways' FROM step_ways WHERE institution_id = $1 AND named_id = $2
UNION
SELECT 'holders' FROM holders WHERE institution_id = $1 AND person_id = $2
UNION
SELECT 'grants' FROM grants WHERE institution_id = $1 AND person_id = $2
UNION
SELECT 'sessions' FROM sessions WHERE institution_id = $1 AND person_id = $2
UNION
SELECT 'import_traces' FROM import_traces WHERE institution_id = $1 AND person_id = $2 AND import_id <> $3
UNION
SELECT 'reminders' FROM reminders WHERE institution_id = $1 AND person_id = $2
UNION
SELECT 'kiosks' FROM kiosks WHERE institution_id = $1 AND operator_id = $2
UNION
SELECT 'signature_checks' FROM signature_checks WHERE institution_id = $1 AND person_id = $2
UNION
SELECT 'signature_checks' FROM signature_checks WHERE institution_id = $1 AND decided_by = $2
UNION
SELECT 'messages' FROM messages WHERE institution_id = $1 AND person_id = $2 AND read_at IS NOT NULL
UNION
SELECT 'attendances' FROM attendances WHERE institution_id = $1 AND person_id = $2
UNION
SELECT 'attendances' FROM attendances WHERE institution_id = $1 AND checker_id = $2
UNION
SELECT 'sheets' FROM sheets WHERE institution_id = $1 AND officer_id = $2
UNION
SELECT 'slip_batches' FROM slip_batches WHERE institution_id = $1 AND ordered_by = $2
UNION
SELECT 'slip_batches' FROM slip_batches WHERE institution_id = $1 AND decided_by = $2
UNION
SELECT 'slip_batch_persons' FROM slip_batch_persons WHERE institution_id = $1 AND person_id = $2
UNION
SELECT 'delegations' FROM delegations WHERE institution_id = $1 AND from_id = $2
UNION
SELECT 'delegations' FROM delegations WHERE institution_id = $1 AND to_id = $2
UNION
SELECT 'signed_scans' FROM signed_scans WHERE institution_id = $1 AND submitted_by = $2
UNION
SELECT 'signed_scans' FROM signed_scans WHERE institution_id = $1 AND decided_by = $2
UNION
SELECT 'circular_numbers' FROM circular_numbers WHERE institution_id = $1 AND given_by = $2
UNION
SELECT 'exceptions' FROM exceptions WHERE institution_id = $1 AND person_id = $2
UNION
SELECT 'exceptions' FROM exceptions WHERE institution_id = $1 AND noter_id = $2
UNION
SELECT 'exceptions' FROM exceptions WHERE institution_id = $1 AND ender_id = $2
UNION
SELECT 'step_ways' FROM step_ways WHERE institution_id = $1 AND also_id = $2
UNION
SELECT 'packs' FROM packs WHERE institution_id = $1 AND maker_id = $2
UNION
SELECT 'pack_lines' FROM pack_lines WHERE institution_id = $1 AND person_id = $2
UNION
SELECT 'pack_lines' FROM pack_lines WHERE institution_id = $1 AND keyer_id = $2
UNION
SELECT 'pack_lines' FROM pack_lines WHERE institution_id = $1 AND settler_id = $2
UNION
SELECT 'pack_lines' FROM pack_lines WHERE institution_id = $1 AND reader_id = $2
UNION
SELECT 'pack_pictures' FROM pack_pictures WHERE institution_id = $1 AND sender_id = $2
UNION
SELECT 'readings' FROM readings WHERE institution_id = $1 AND officer_id = $2
UNION
SELECT 'hearings' FROM hearings WHERE institution_id = $1 AND person_id = $2
UNION
SELECT 'hearings' FROM hearings WHERE institution_id = $1 AND checker_id = $2
UNION
SELECT 'absences' FROM absences WHERE institution_id = $1 AND person_id = $2
UNION
SELECT 'absences' FROM absences WHERE institution_id = $1 AND noter_id = $2
UNION
SELECT 'absences' FROM absences WHERE institution_id = $1 AND striker_id = $2
UNION
SELECT 'handovers' FROM handovers WHERE institution_id = $1 AND leaving_id = $2
UNION
SELECT 'handovers' FROM handovers WHERE institution_id = $1 AND successor_id = $2
UNION
SELECT 'handovers' FROM handovers WHERE institution_id = $1 AND proposed_by = $2
UNION
SELECT 'handovers' FROM handovers WHERE institution_id = $1 AND decided_by = $2
UNION
SELECT 'certified_signatures' FROM certified_signatures WHERE institution_id = $1 AND asked_by = $2
UNION
SELECT 'merges' FROM merges WHERE institution_id = $1 AND survivor_id = $2
UNION
SELECT 'merges' FROM merges WHERE institution_id = $1 AND double_id = $2
UNION
SELECT 'merges' FROM merges WHERE institution_id = $1 AND proposed_by = $2
UNION
SELECT 'merges' FROM merges WHERE institution_id = $1 AND decided_by = $2
UNION
SELECT 'merges' FROM merges WHERE institution_id = $1 AND parted_by = $2
UNION
SELECT 'appointments' FROM appointments WHERE institution_id = $1 AND person_id = $2
UNION
SELECT 'appointments' FROM appointments WHERE institution_id = $1 AND proposed_by = $2
UNION
SELECT 'appointments' FROM appointments WHERE institution_id = $1 AND decided_by = $2
UNION
SELECT 'published_answers' FROM published_answers WHERE institution_id = $1 AND proposed_by = $2
UNION
SELECT 'published_answers' FROM published_answers WHERE institution_id = $1 AND decided_by = $2
UNION
SELECT 'adoptions' FROM adoptions WHERE institution_id = $1 AND entered_by = $2
UNION
SELECT 'adoptions' FROM adoptions WHERE institution_id = $1 AND settled_by = $2
UNION
SELECT 'own_elections' FROM own_elections WHERE institution_id = $1 AND entered_by = $2
UNION
SELECT 'own_elections' FROM own_elections WHERE institution_id = $1 AND confirmed_by = $2
UNION
SELECT 'own_elections' FROM own_elections WHERE institution_id = $1 AND ended_by = $2
