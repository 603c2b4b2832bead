//! Rosters as agencies really have them: bytes of a CSV or XLSX file in, rows and faults out.
//!
//! [`read`] turns bytes into a [`Sheet`] under [`Limits`], [`parse`] turns a sheet of people into
//! [`RosterRow`]s and [`RowFault`]s, [`parse_units`] does the same for a sheet of units, [`parse_heads`]
//! for one of heads of units, and the writers give the faulty rows back to mend, export tables and make
//! templates. Nothing here opens a file, asks a clock or knows a database.

mod category;
mod column;
mod contact;
mod date;
mod fault;
mod header;
mod layout;
mod limits;
mod name;
mod parse;
mod read;
mod sheet;
mod tenure;
mod text;
mod unit_index;
mod unit_kind;
mod write;

pub use category::word as category_word;
pub use column::{Column, SheetKind};
pub use fault::{FileFault, RowFault, RowReason, RowWarning, WarningReason};
pub use layout::{Book, Layout, Outline, OutlineColumn};
pub use limits::{Assume, Limits, ReadOptions};
pub use name::PersonName;
pub use parse::heads::{HeadRow, HeadsContext, ParsedHeads, parse_heads};
pub use parse::people::{Context, Parsed, RosterRow, parse};
pub use parse::units::{ParentRef, ParsedUnits, UnitRow, parse_units};
pub use read::{open, read};
pub use sheet::{Cell, Row, Sheet};
pub use unit_index::{KnownUnit, UnitIndex, UnitMatch};
pub use write::csv::{Delimiter, table_csv};
pub use write::faults::{FaultyRow, faults_workbook, mend_workbook, unit_faults_workbook};
pub use write::figures::{Cell as FigureCell, Figures, figures_workbook};
pub use write::heads::heads_template;
pub use write::neutral::{neutralise, strip};
pub use write::table::{MAX_EXPORT_ROWS, WriteFault, table_workbook};
pub use write::template::{template, unit_template};
