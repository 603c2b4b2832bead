-- reach: outside; asks only whether the store answers
-- kind: read
SELECT CAST(1 AS BIGINT)
