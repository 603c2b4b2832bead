-- reach: institution
-- kind: read
SELECT place_id, category, day, CAST(SUM(delivered) AS BIGINT), CAST(SUM(opened) AS BIGINT), CAST(SUM(read_on) AS BIGINT),
    CAST(SUM(passed) AS BIGINT), CAST(SUM(pledged) AS BIGINT), CAST(SUM(signed) AS BIGINT)
FROM tallies
WHERE institution_id = $1 AND drive_id = $2
GROUP BY place_id, category, day
ORDER BY place_id, category, day
