-- reach: institution
-- kind: record
INSERT INTO import_traces (
    institution_id, import_id, person_id, after, before
) VALUES (
    $1, $2, $3, $4, $5
) ON CONFLICT (import_id, person_id) DO UPDATE SET after = excluded.after
