-- reach: institution
-- kind: record
UPDATE circulars
SET version = $3, number = $4, dated = $5, subject = $6, body = $7, addressees = $8, published_at = $9, signatory = $10,
    revision = $11
WHERE institution_id = $1 AND id = $2 AND version = $3 - 1 AND published_at IS NULL
