-- reach: outside; housekeeping of the installation
-- kind: read
SELECT address
FROM files
WHERE address >= $1 AND address < $2
ORDER BY address
