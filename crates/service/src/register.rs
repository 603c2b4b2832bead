//! The register of people: lists, one person, activation slips for them.
