//! Pages as people get them, over HTTP.

mod public;
