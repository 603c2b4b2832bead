//! How the words of the domain are stored: each by its code.

use crate::{Expected, FromValue, ToValue, Value};
use base::{Language, WorkWeek, Zone};
use domain::absence::{AbsenceKind, DueReason};
use domain::adoption::AdoptionState;
use domain::appointment::AppointmentState;
use domain::assembly::PictureKind;
use domain::category::Category;
use domain::consultation::{Counted, PublishingState};
use domain::dispatch::{Channel, DispatchState, Mishap};
use domain::drive::Asks;
use domain::handover::HandoverState;
use domain::knowledge::{Proof, Step};
use domain::machine::Machine;
use domain::manner::Assurance;
use domain::media::Media;
use domain::merge::{MergeBlock, MergeState};
use domain::message::MessageKind;
use domain::own_election::OwnElectionState;
use domain::paper::{PaperKind, PaperState};
use domain::people::DetailKind;
use domain::policy::Role;
use domain::post::{Duty, Tenure};
use domain::roster_import::{ImportState, KeptReason};
use domain::signature_check::{CheckOutcome, CheckReason, Standing};
use domain::slip_batch::BatchState;
use domain::tenancy::InstitutionKind;
use domain::unit_kind::UnitKind;

macro_rules! stored_by_code {
    ($($type:ty => $expected:literal),* $(,)?) => {$(
        impl ToValue for $type {
            fn to_value(&self) -> Value {
                Value::Text(self.code().to_owned())
            }
        }
        impl FromValue for $type {
            fn from_value(value: Value) -> Result<Self, Expected> {
                match value {
                    Value::Text(code) => Self::from_code(&code).ok_or(Expected($expected)),
                    _ => Err(Expected($expected)),
                }
            }
        }
    )*};
}

stored_by_code! {
    Asks => "how far a drive asks", Category => "a category", PictureKind => "a kind of picture", Proof => "a proof",
    PaperKind => "a kind of paper", PaperState => "a state of a paper",
    DetailKind => "a kind of detail", Role => "a role", Duty => "a duty", Tenure => "a tenure",
    ImportState => "a state of an import", KeptReason => "a reason to keep",
    InstitutionKind => "a kind of institution", UnitKind => "a kind of unit", Zone => "a time zone",
    Assurance => "an assurance", Step => "a step",
    BatchState => "a state of an order of slips", HandoverState => "a state of a handover",
    AppointmentState => "a state of an appointment", AdoptionState => "a state of an adoption",
    OwnElectionState => "a state of an election of an institution",
    MergeState => "a state of a merge", MergeBlock => "what stands in the way of a merge",
    AbsenceKind => "a kind of absence", DueReason => "why a due date is another one",
    Counted => "a way of counting days", PublishingState => "a state of an anonymised answer",
    MessageKind => "a kind of message", Media => "a kind of file", Standing => "a standing",
    CheckReason => "a reason of a check", CheckOutcome => "an outcome of a check",
    Channel => "a channel", DispatchState => "a state of a dispatch", Mishap => "a mishap", Language => "a language",
}

impl ToValue for WorkWeek {
    fn to_value(&self) -> Value {
        Value::Int(self.days())
    }
}
impl FromValue for WorkWeek {
    fn from_value(value: Value) -> Result<Self, Expected> {
        match value {
            Value::Int(days) => Self::from_days(days).ok_or(Expected("5 or 6 working days")),
            _ => Err(Expected("5 or 6 working days")),
        }
    }
}

impl ToValue for Machine {
    fn to_value(&self) -> Value {
        Value::Text(self.code())
    }
}
impl FromValue for Machine {
    fn from_value(value: Value) -> Result<Self, Expected> {
        match value {
            Value::Text(code) => Self::from_code(&code).ok_or(Expected("a kind of device")),
            _ => Err(Expected("a kind of device")),
        }
    }
}
