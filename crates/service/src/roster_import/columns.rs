//! Which column is which: guessed, remembered from an earlier file of the same maker, or said by the officer.

use super::read::{fingerprint, options};
use super::stage::{Staging, ToRead};
use super::upload::{self, Parts};
use super::{Setting, aside, mend::Find, permit};
use crate::trace::Trace;
use crate::{App, Caller, Fault, Refusal};
use base::Language;
use domain::change::Effect;
use domain::ids::{ImportId, UploadId};
use domain::policy::Permit;
use domain::roster_import::{ImportEffect, ImportLayout, ImportState};
use roster::{Column, Outline};
use std::collections::BTreeSet;
use std::sync::Arc;

/// What an officer says about the layout of a file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ColumnChoice {
    /// The sheet of the workbook; none leaves it to the program.
    pub sheet: Option<String>,
    /// The line of the header row, from 1.
    pub header_line: Option<u32>,
    /// What each column means, from the first on; none leaves it to the program.
    pub columns: Option<Vec<Option<Column>>>,
}

/// A file as the officer sees it when choosing columns.
#[derive(Debug, Clone)]
pub struct ColumnsView {
    /// The name of the file.
    pub file_name: String,
    /// Where the import stands.
    pub state: ImportState,
    /// What is taken for what.
    pub outline: Outline,
}

impl App {
    /// The columns of an uploaded file under `choice`, where it says something, and as they were read beyond.
    ///
    /// # Errors
    /// [`Fault::NotFound`] when there is no such import or somebody else sent it: its cells are theirs to see;
    /// [`Refusal::ImportOver`] once it was decided on; [`Refusal::RosterFile`] when the chosen sheet is empty.
    pub async fn import_columns(
        &self,
        caller: &Caller,
        id: ImportId,
        choice: ColumnChoice,
        language: Language,
    ) -> Result<ColumnsView, Fault> {
        let (found, permit, upload) = self.own_upload(caller, id).await?;
        let institution = found.institution.id;
        let parts = self.store().read(Parts { institution, upload }).await?;
        let keys = self.keys().clone();
        let (name, layout) = (found.import.file_name.clone(), layout(&found.import.layout, &choice));
        let outline = aside(move || {
            let bytes = upload::open(&keys, upload, &parts)?;
            let options = options(&layout);
            let outline = roster::open(&name, &bytes, &options).and_then(|book| book.outline(&options));
            outline.map_err(|fault| Fault::from(Refusal::RosterFile(fault.message(language))))
        })
        .await??;
        let count = outline.columns.iter().map(|column| column.samples.len()).max().unwrap_or(0);
        self.store().write(Trace { occasion: caller.occasion, institution, permit, count }).await?;
        Ok(ColumnsView { file_name: found.import.file_name, state: found.import.state, outline })
    }

    /// Reads an uploaded file again as the officer says, and remembers it for the next file with the same headings.
    /// The reading is an import of its own, which takes the place of the earlier one.
    ///
    /// # Errors
    /// As [`App::import_columns`]; [`Refusal::ColumnTwice`] when one meaning was given to two columns;
    /// [`Fault::Conflict`] when somebody decided meanwhile.
    pub async fn read_with_columns(
        &self,
        caller: &Caller,
        id: ImportId,
        choice: ColumnChoice,
        language: Language,
    ) -> Result<ImportId, Fault> {
        let mut seen = BTreeSet::new();
        let told = choice.columns.iter().flatten().flatten();
        if told.into_iter().any(|column| !seen.insert(*column)) {
            return Err(Refusal::ColumnTwice.into());
        }
        let (found, _, upload) = self.own_upload(caller, id).await?;
        let institution = found.institution.id;
        let parts = self.store().read(Parts { institution, upload }).await?;
        let keys = self.keys().clone();
        let layout = layout(&found.import.layout, &choice);
        let (name, wanted) = (found.import.file_name.clone(), layout.clone());
        let (bytes, print) = aside(move || {
            let bytes = upload::open(&keys, upload, &parts)?;
            let options = options(&wanted);
            let book = roster::open(&name, &bytes, &options);
            let header = book.ok().and_then(|book| book.header(&options));
            Ok::<_, Fault>((bytes, header.map(|header| fingerprint(&keys, &header))))
        })
        .await??;
        let file = ToRead { name: found.import.file_name.clone(), bytes: Arc::new(bytes), layout };
        let units = found.import.units.clone();
        let (mut import, outcome) =
            self.read_roster(&caller.actor, caller.occasion, institution, file, units, language).await?;
        import.upload = Some(upload);
        let (state, before) = (ImportState::Discarded, found.import);
        let mut last = vec![Effect::ImportMoved { id, from: before.state, state, applied: 0, unchanged: 0 }];
        last.push(Effect::ImportRowsErased { import: id });
        if let (Some(fingerprint), Some(columns)) = (print, import.layout.columns.clone()) {
            let at = caller.occasion.at;
            last.push(Effect::Import(ImportEffect::LayoutRemembered { fingerprint, columns, at }));
        }
        let staging = Staging { last, ..Staging::of(import, outcome) };
        self.stage(&caller.actor, caller.occasion, institution, staging).await
    }

    /// An import of the caller's own that still waits for a decision, and its file.
    async fn own_upload(&self, caller: &Caller, id: ImportId) -> Result<(Setting, Permit, UploadId), Fault> {
        let institution = caller.institution()?;
        let found = self.store().read(Find { institution, id }).await?;
        let permit = permit(&caller.actor, institution, id, &found.tree, &found.import.units)?;
        if found.import.by != caller.actor.person() {
            return Err(Fault::NotFound);
        }
        match (found.import.state, found.import.upload) {
            (ImportState::Staged | ImportState::Columns, Some(upload)) => Ok((found, permit, upload)),
            _ => Err(Refusal::ImportOver.into()),
        }
    }
}

/// What was read, changed by what the officer says now. Another sheet or header row has other columns.
fn layout(read: &ImportLayout, choice: &ColumnChoice) -> ImportLayout {
    let mut layout = read.clone();
    if choice.sheet.is_some() && choice.sheet != read.sheet {
        (layout.header_line, layout.columns) = (None, None);
        layout.sheet.clone_from(&choice.sheet);
    }
    if choice.header_line.is_some() && choice.header_line != layout.header_line {
        layout.columns = None;
        layout.header_line = choice.header_line;
    }
    if let Some(columns) = &choice.columns {
        layout.columns = Some(columns.iter().map(|column| column.map(|column| column.code().to_owned())).collect());
    }
    layout
}
