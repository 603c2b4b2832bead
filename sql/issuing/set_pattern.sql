-- reach: institution
-- kind: record
INSERT INTO number_patterns (institution_id, pattern) VALUES ($1, $2)
ON CONFLICT (institution_id) DO UPDATE SET pattern = excluded.pattern
