//! Roster files: staged, looked at, applied in slices.
