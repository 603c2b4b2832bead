//! The faulty rows of a file as a workbook to mend and send again.

use super::row::Staged;
use super::view::Rows;
use super::{aside, permit, setting};
use crate::trace::Trace;
use crate::{App, Caller, Fault, Keys};
use base::Language;
use domain::ids::{ImportId, InstitutionId};
use roster::FaultyRow;
use store::{Tx, Unit};

impl App {
    /// The rows of an import that have to be mended, as an XLSX workbook with columns for place and reason.
    ///
    /// # Errors
    /// [`Fault::NotFound`] when the institution has no such import, when somebody else sent it (its cells are theirs
    /// to see), or when its rows were erased; [`Fault::Denied`] when the caller may not import.
    pub async fn import_faults_workbook(
        &self,
        caller: &Caller,
        id: ImportId,
        language: Language,
    ) -> Result<Vec<u8>, Fault> {
        let institution = caller.institution()?;
        let found = self.store().read(Find { institution, id }).await?;
        let permit = permit(&caller.actor, institution, id, &found.tree, &found.import.units)?;
        if found.import.by != caller.actor.person() {
            return Err(Fault::NotFound);
        }
        let rows = self.store().read(Rows { institution, id, good: false, after: -1, limit: u32::MAX }).await?;
        if rows.is_empty() {
            return Err(Fault::NotFound);
        }
        let count = rows.len().saturating_sub(1);
        let on = caller.occasion.at.date(found.institution.zone);
        let keys = self.keys().clone();
        let bytes = aside(move || workbook(&keys, id, rows, language, on)).await??;
        self.store().write(Trace { occasion: caller.occasion, institution, permit, count }).await?;
        Ok(bytes)
    }
}

fn workbook(
    keys: &Keys,
    id: ImportId,
    rows: Vec<(u32, Vec<u8>)>,
    language: Language,
    on: base::Date,
) -> Result<Vec<u8>, Fault> {
    let mut headings = Vec::new();
    let mut faulty = Vec::new();
    for (line, sealed) in rows {
        match Staged::open(keys, id, line, &sealed)? {
            Staged::Header(header) => headings = header.headings,
            Staged::Faulty(row) => {
                let faults = row.faults.iter().map(|f| (f.column.clone(), f.text(language).to_owned()));
                faulty.push(FaultyRow { faults: faults.collect(), cells: row.cells });
            }
            Staged::Good(_) => {}
        }
    }
    roster::mend_workbook(&headings, faulty, language, on).map_err(|fault| Fault::Unexpected(fault.to_string()))
}

/// An import with what is needed to judge it.
pub(super) struct Find {
    pub institution: InstitutionId,
    pub id: ImportId,
}

impl Unit for Find {
    type Out = super::Setting;
    type Error = Fault;
    const NAME: &'static str = "roster_import/find";

    async fn run(&self, tx: &mut Tx) -> Result<Self::Out, Fault> {
        setting(tx, self.institution, self.id).await
    }
}
