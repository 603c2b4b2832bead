-- Every step that anybody takes moves the figures of their unit, of every unit above it and of the institution. On
-- PostgreSQL several connections write at once, and two that change the same row stand in one another's way. So each
-- connection has rows of its own, its lane; what is told is their sum.
CREATE TABLE tallies_by_lane (
    institution_id BYTES NOT NULL REFERENCES institutions (id) DEFERRABLE INITIALLY DEFERRED,
    drive_id BYTES NOT NULL REFERENCES drives (id) DEFERRABLE INITIALLY DEFERRED,
    place_id BYTES NOT NULL,
    category TEXT NOT NULL,
    day TEXT NOT NULL,
    lane BIGINT NOT NULL,
    delivered BIGINT NOT NULL,
    opened BIGINT NOT NULL,
    read_on BIGINT NOT NULL,
    passed BIGINT NOT NULL,
    pledged BIGINT NOT NULL,
    signed BIGINT NOT NULL,
    PRIMARY KEY (drive_id, place_id, category, day, lane)
) STRICT;

INSERT INTO tallies_by_lane (
    institution_id, drive_id, place_id, category, day, lane, delivered, opened, read_on, passed, pledged, signed
)
SELECT institution_id, drive_id, place_id, category, day, 0, delivered, opened, read_on, passed, pledged, signed
FROM tallies;

DROP TABLE tallies;

ALTER TABLE tallies_by_lane RENAME TO tallies;
