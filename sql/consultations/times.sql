-- reach: institution
-- kind: read
SELECT asked_on, answered_on, COUNT(*), COUNT(CASE WHEN answered_on <= due_on THEN 1 END)
FROM consultations
WHERE institution_id = $1 AND asked_on >= $2 AND withdrawn_on IS NULL
GROUP BY asked_on, answered_on
ORDER BY asked_on, answered_on
