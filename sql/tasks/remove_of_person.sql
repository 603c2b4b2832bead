-- reach: institution
-- kind: record
-- Those that only lay before the person.
DELETE FROM tasks
WHERE institution_id = $1 AND person_id = $2
    AND opened_at IS NULL AND met_at IS NULL AND exempt_at IS NULL AND refused IS NULL
