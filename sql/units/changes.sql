-- reach: institution
-- kind: read
SELECT id, unit_id, day, turn, old_name, other_id, letter_number, letter_date, recorded_at
FROM unit_changes
WHERE institution_id = $1
ORDER BY day, recorded_at, id
