-- reach: institution
-- kind: read
SELECT id, version, number, dated, body, addressees, published_at, signatory, revision, ended_at, ending
FROM circulars
WHERE institution_id = $1 AND id = $2
