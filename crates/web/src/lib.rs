//! Pages. Each area is a folder, each action a file: form, page, handler. Pages are HTML that works without JavaScript.

mod absences;
mod area;
mod ask;
mod assemblies;
mod assets;
mod chrome;
mod circulars;
mod coverage;
mod demo;
mod employee;
mod exceptions;
mod health;
mod identity;
mod long_list;
mod merges;
mod messages;
mod packs;
mod page;
mod picture;
mod presence;
mod problem;
mod proxies;
mod public;
mod readings;
mod register;
mod site;
mod system;
mod typed_date;

pub use area::{Area, Entry};
pub use ask::Ask;
pub use circulars::usual_draft;
pub use demo::{DEMO_PASSWORD, SignIn};
pub use page::{Page, Style};
pub use problem::Problem;
pub use proxies::{TrustedProxies, behind};
pub use site::{Mode, Site, router, routes};
