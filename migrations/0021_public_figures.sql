-- What everybody was told of a drive at the end of a day. It never changes.
CREATE TABLE public_figures (
    institution_id BYTES NOT NULL REFERENCES institutions (id) DEFERRABLE INITIALLY DEFERRED,
    drive_id BYTES NOT NULL REFERENCES drives (id) DEFERRABLE INITIALLY DEFERRED,
    day TEXT NOT NULL,
    figures TEXT NOT NULL,
    PRIMARY KEY (drive_id, day)
) STRICT;
CREATE INDEX public_figures_by_institution ON public_figures (institution_id);
