-- reach: institution
-- kind: read
SELECT id, version, post_id, holder_id, person_id, turn, tenure, since, until, letter_number, letter_dated, state,
    proposed_by, proposed_at, decided_by, decided_at
FROM appointments
WHERE institution_id = $1 AND state = 'waiting'
ORDER BY proposed_at, id
