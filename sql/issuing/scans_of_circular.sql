-- reach: institution
-- kind: read
SELECT
    id, circular_id, version, number, dated, signatory, due, know_by, pass_mark, asks, tries, media, file_id,
    submitted_by, submitted_office, submitted_at, state, decided_by, decided_office, decided_at, reason
FROM signed_scans
WHERE institution_id = $1 AND circular_id = $2
ORDER BY submitted_at DESC, id DESC
