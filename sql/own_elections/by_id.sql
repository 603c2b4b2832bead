-- reach: institution
-- kind: read
SELECT id, version, series, said, state, entered_by, entered_at, confirmed_by, confirmed_at, ended_by, ended_at
FROM own_elections
WHERE institution_id = $1 AND id = $2
