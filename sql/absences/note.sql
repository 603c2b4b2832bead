-- reach: institution
-- kind: record
INSERT INTO absences (
    institution_id, id, person_id, kind, since, until, letter, noter_id, noted_at
) VALUES (
    $1, $2, $3, $4, $5, $6, $7, $8, $9
)
