-- reach: institution
-- kind: read
SELECT pattern
FROM number_patterns
WHERE institution_id = $1
