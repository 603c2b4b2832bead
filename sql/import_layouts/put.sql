-- reach: institution
-- kind: record
INSERT INTO import_layouts (
    institution_id, fingerprint, columns, changed_at
) VALUES (
    $1, $2, $3, $4
) ON CONFLICT (institution_id, fingerprint) DO UPDATE SET columns = excluded.columns, changed_at = excluded.changed_at
