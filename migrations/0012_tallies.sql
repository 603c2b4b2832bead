-- How far a drive is, added up: from a day on, so many more or fewer people are counted in a place as a category. A place
-- is a unit with all under it, or the institution itself, which then stands by its own id.
CREATE TABLE tallies (
    institution_id BYTES NOT NULL REFERENCES institutions (id) DEFERRABLE INITIALLY DEFERRED,
    drive_id BYTES NOT NULL REFERENCES drives (id) DEFERRABLE INITIALLY DEFERRED,
    place_id BYTES NOT NULL,
    category TEXT NOT NULL,
    day TEXT NOT NULL,
    delivered BIGINT NOT NULL,
    opened BIGINT NOT NULL,
    read_on BIGINT NOT NULL,
    passed BIGINT NOT NULL,
    pledged BIGINT NOT NULL,
    signed BIGINT NOT NULL,
    PRIMARY KEY (drive_id, place_id, category, day)
) STRICT;

CREATE INDEX units_by_parent ON units (institution_id, parent_id);
