-- reach: institution
-- kind: read
SELECT id, circular_id, turn, asked_by, sent_at, state, ended_at, why, words, file_id, signer, behind
FROM certified_signatures
WHERE institution_id = $1 AND circular_id = $2
ORDER BY turn DESC
