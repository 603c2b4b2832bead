-- reach: institution
-- kind: record
UPDATE jobs SET due_at = CASE WHEN due_at > $3 THEN $3 ELSE due_at END
WHERE institution_id = $1 AND id = $2
