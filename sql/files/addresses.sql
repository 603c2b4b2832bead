-- reach: outside; a backup carries the files of every institution
-- kind: read
SELECT address, size
FROM files
ORDER BY address
