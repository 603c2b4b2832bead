//! Pages as a browser gets them, without a browser: the whole site on an embedded store.

#![allow(clippy::unwrap_used, clippy::panic, reason = "helpers of tests may unwrap like the tests themselves")]

mod register;
