-- reach: institution
-- kind: record
INSERT INTO circulars (
    institution_id, id, version, number, dated, subject, body, addressees, published_at, signatory, revision
) VALUES (
    $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11
)
