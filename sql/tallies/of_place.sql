-- reach: institution
-- kind: read
SELECT category, day, CAST(SUM(delivered) AS BIGINT), CAST(SUM(opened) AS BIGINT), CAST(SUM(read_on) AS BIGINT),
    CAST(SUM(passed) AS BIGINT), CAST(SUM(pledged) AS BIGINT), CAST(SUM(signed) AS BIGINT)
FROM tallies
WHERE institution_id = $1 AND drive_id = $2 AND place_id = $3
GROUP BY day, category
ORDER BY day, category
