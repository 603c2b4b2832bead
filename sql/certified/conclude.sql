-- reach: institution
-- kind: record
UPDATE certified_signatures SET state = $3, ended_at = $4, why = $5, words = $6, file_id = $7, signer = $8, behind = $9
WHERE institution_id = $1 AND id = $2 AND state = 'sent'
