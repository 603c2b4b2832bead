-- How many answers of each kind the public self-check has shown on a day, and nothing else of them. Each connection that
-- writes counts in a row of its own, its lane, as in tallies.
CREATE TABLE self_checks (
    day TEXT NOT NULL,
    verdict TEXT NOT NULL CHECK (verdict IN ('allowed', 'with_care', 'unsettled', 'not_allowed')),
    lane BIGINT NOT NULL,
    answers BIGINT NOT NULL,
    PRIMARY KEY (day, verdict, lane)
) STRICT;
