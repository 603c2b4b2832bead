//! Pages as a browser gets them, without a browser: the whole site on an embedded store.

mod register;
