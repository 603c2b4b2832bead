-- reach: institution
-- kind: record
INSERT INTO signed_scans (
    institution_id, id, circular_id, version, number, dated, signatory, due, know_by, pass_mark, asks, tries, media, file_id,
    submitted_by, submitted_office, submitted_at, state
) VALUES (
    $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, 'waiting'
)
