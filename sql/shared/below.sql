-- The unit {1} and all under it.
below (id) AS (
    SELECT id FROM units WHERE institution_id = $1 AND id = {1}
    UNION
    SELECT u.id FROM units u JOIN below b ON u.parent_id = b.id WHERE u.institution_id = $1
)
