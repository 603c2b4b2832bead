-- reach: institution
-- kind: record
UPDATE tasks SET signed_at = NULL, pledged_at = CASE WHEN pledged_at = $3 THEN NULL ELSE pledged_at END
WHERE institution_id = $1 AND id = $2 AND signed_at = $3
