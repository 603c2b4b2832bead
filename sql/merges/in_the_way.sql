-- reach: institution
-- kind: read
SELECT 'role' FROM grants WHERE institution_id = $1 AND person_id = $2 AND (until IS NULL OR until >= $3)
UNION
SELECT 'duty' FROM holders h
JOIN posts p ON p.id = h.post_id AND p.institution_id = h.institution_id
WHERE h.institution_id = $1 AND h.person_id = $2 AND p.duty <> 'other'
    AND (h.until IS NULL OR (h.until >= $3 AND h.until >= h.since))
UNION
SELECT 'duty' FROM appointments WHERE institution_id = $1 AND person_id = $2 AND state = 'waiting'
UNION
SELECT 'delegation' FROM delegations
WHERE institution_id = $1 AND (from_id = $2 OR to_id = $2) AND ended_at IS NULL AND until >= $3
UNION
SELECT 'handover' FROM handovers
WHERE institution_id = $1 AND (leaving_id = $2 OR successor_id = $2) AND state = 'proposed' AND proposed_at > $4
UNION
SELECT 'exception' FROM exceptions e
JOIN tasks t ON t.id = e.task_id AND t.institution_id = e.institution_id
WHERE e.institution_id = $1 AND e.person_id = $2 AND e.ended_at IS NULL
    AND (t.exempt_at IS NOT NULL
        OR (e.kind = 'refused'
            AND CASE e.reason WHEN 'read' THEN t.read_at WHEN 'passed' THEN t.passed_at WHEN 'pledged' THEN t.pledged_at
                ELSE t.signed_at END IS NULL))
UNION
SELECT 'pact' FROM pacts WHERE institution_id = $1 AND person_id = $2 AND standing = 'waiting'
UNION
SELECT 'check' FROM signature_checks WHERE institution_id = $1 AND person_id = $2 AND outcome IS NULL
UNION
SELECT 'sheet' FROM attendances a
JOIN assemblies s ON s.id = a.assembly_id AND s.institution_id = a.institution_id
WHERE a.institution_id = $1 AND a.person_id = $2
    AND ((a.sampled = 1 AND a.checked_at IS NULL) OR (a.pledged_at IS NULL AND s.phase <> 'done'))
UNION
SELECT 'sheet' FROM hearings WHERE institution_id = $1 AND person_id = $2 AND sampled = 1 AND checked_at IS NULL
UNION
SELECT 'sheet' FROM pack_lines
WHERE institution_id = $1 AND person_id = $2 AND voided_at IS NULL AND settled_at IS NULL
