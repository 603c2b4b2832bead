//! Drafting, publishing and reading circulars.
