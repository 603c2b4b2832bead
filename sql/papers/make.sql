-- reach: institution
-- kind: record
INSERT INTO papers (
    institution_id, id, kind, object_id, token, number, dated, initials, state
) VALUES (
    $1, $2, $3, $4, $5, $6, $7, $8, $9
)
