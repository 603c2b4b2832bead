use crate::text::{distance, normal};
use base::{Id, kind};
use std::collections::HashMap;

/// A unit of the institution as the roster has to know it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnownUnit {
    /// Its id.
    pub id: Id<kind::Unit>,
    /// Its official name.
    pub name: String,
    /// Its code in the institution's own lists, if it has one.
    pub code: Option<String>,
    /// The unit above it.
    pub parent: Option<Id<kind::Unit>>,
}

/// What a name or code leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum UnitMatch {
    /// Exactly one unit.
    One(Id<kind::Unit>),
    /// Several units of that name, each with the one above it, for a message.
    Several(Vec<String>),
    /// None.
    None,
}

/// The institution's units by name and code.
#[derive(Debug, Default)]
pub struct UnitIndex {
    units: Vec<KnownUnit>,
    by_id: HashMap<Id<kind::Unit>, usize>,
    by_name: HashMap<String, Vec<usize>>,
    by_code: HashMap<String, Vec<usize>>,
    institution: String,
}

/// Short forms that stand in units' names, in their normal form.
const SHORT: &[(&str, &str)] = &[
    ("KEC", "KECAMATAN"),
    ("KEL", "KELURAHAN"),
    ("DS", "DESA"),
    ("KAB", "KABUPATEN"),
    ("PROV", "PROVINSI"),
    ("PKM", "PUSKESMAS"),
    ("PUSK", "PUSKESMAS"),
    ("SDN", "SD NEGERI"),
    ("SMPN", "SMP NEGERI"),
    ("SMAN", "SMA NEGERI"),
    ("SMKN", "SMK NEGERI"),
    ("TKN", "TK NEGERI"),
    ("SETDA", "SEKRETARIAT DAERAH"),
    ("SETWAN", "SEKRETARIAT DPRD"),
    ("BAG", "BAGIAN"),
    ("BID", "BIDANG"),
    ("SUBBAG", "SUBBAGIAN"),
    ("KASUBBAG", "SUBBAGIAN"),
    ("UPTD", "UPT"),
];

/// A unit's name, already in its normal form, with short forms written out.
pub(crate) fn normal_name(normal: &str) -> String {
    let words: Vec<&str> = normal
        .split(' ')
        .map(|word| SHORT.iter().find(|(short, _)| *short == word).map_or(word, |(_, long)| *long))
        .collect();
    words.join(" ").replace("SUB BAGIAN", "SUBBAGIAN").replace("UPT PUSKESMAS", "PUSKESMAS")
}

impl UnitIndex {
    /// An index of `units` of the institution with the given name, such as `Kabupaten Sukamaju`.
    #[must_use]
    pub fn new(institution: &str, units: Vec<KnownUnit>) -> Self {
        let mut index = Self { institution: normal_name(&normal(institution)), ..Self::default() };
        for (place, unit) in units.iter().enumerate() {
            index.by_id.insert(unit.id, place);
            index.by_name.entry(index.key(&unit.name)).or_default().push(place);
            if let Some(code) = unit.code.as_deref().filter(|code| !code.trim().is_empty()) {
                index.by_code.entry(code.trim().to_uppercase()).or_default().push(place);
            }
        }
        index.units = units;
        index
    }

    /// How many units there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.units.len()
    }

    /// Whether there are no units.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.units.is_empty()
    }

    /// The name of a unit.
    #[must_use]
    pub fn name(&self, id: Id<kind::Unit>) -> Option<&str> {
        self.by_id.get(&id).and_then(|place| self.units.get(*place)).map(|unit| unit.name.as_str())
    }

    /// The name in the form in which names are compared: short forms written out, the institution's own
    /// name at the end left out.
    pub(crate) fn key(&self, name: &str) -> String {
        let name = normal_name(&normal(name));
        match name.strip_suffix(&self.institution) {
            Some(rest) if !self.institution.is_empty() && rest.ends_with(' ') => rest.trim_end().to_owned(),
            _ => name,
        }
    }

    /// Finds the unit that a cell names, by code or name. `above` names a unit above it, which decides
    /// between units of the same name (`Sekretariat` exists in every dinas).
    #[must_use]
    pub fn find(&self, text: &str, above: Option<&str>) -> UnitMatch {
        let found = self.places(text);
        let narrowed: Vec<usize> = match above {
            Some(above) if found.len() > 1 => {
                let upper = self.places(above);
                found.iter().copied().filter(|place| self.is_below(*place, &upper)).collect()
            }
            _ => found.clone(),
        };
        let candidates = if narrowed.is_empty() { &found } else { &narrowed };
        match candidates.as_slice() {
            [] => UnitMatch::None,
            [one] => self.units.get(*one).map_or(UnitMatch::None, |unit| UnitMatch::One(unit.id)),
            several => UnitMatch::Several(several.iter().take(5).map(|place| self.path(*place)).collect()),
        }
    }

    fn places(&self, text: &str) -> Vec<usize> {
        let by_code = self.by_code.get(&text.trim().to_uppercase());
        by_code.or_else(|| self.by_name.get(&self.key(text))).cloned().unwrap_or_default()
    }

    fn parent(&self, place: usize) -> Option<usize> {
        self.units.get(place)?.parent.and_then(|id| self.by_id.get(&id)).copied()
    }

    fn is_below(&self, place: usize, upper: &[usize]) -> bool {
        let mut at = place;
        // A broken tree may have circles; no tree is deeper than it has units.
        for _ in 0..self.units.len() {
            if upper.contains(&at) {
                return true;
            }
            match self.parent(at) {
                Some(next) => at = next,
                None => return false,
            }
        }
        false
    }

    fn path(&self, place: usize) -> String {
        let name = |place: usize| self.units.get(place).map(|unit| unit.name.clone()).unwrap_or_default();
        match self.parent(place) {
            Some(parent) => format!("{} ({})", name(place), name(parent)),
            None => name(place),
        }
    }

    /// Names of up to three units that are written similarly, the most similar first. It looks at every
    /// unit: ask once for each misspelt name, not for each row.
    #[must_use]
    pub fn similar(&self, text: &str) -> Vec<String> {
        let key = self.key(text);
        if key.len() > 120 {
            return Vec::new();
        }
        let most = key.chars().count() / 4;
        let mut near: Vec<(usize, &str)> = self
            .by_name
            .iter()
            .filter(|(name, _)| name.len().abs_diff(key.len()) <= most * 2)
            .map(|(name, places)| (distance(name, &key), places))
            .filter(|(cost, _)| *cost <= most)
            .filter_map(|(cost, places)| Some((cost, self.units.get(*places.first()?)?.name.as_str())))
            .collect();
        near.sort_unstable();
        near.into_iter().take(3).map(|(_, name)| name.to_owned()).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn unit(name: &str, code: Option<&str>, parent: Option<Id<kind::Unit>>) -> KnownUnit {
        KnownUnit { id: Id::draw(), name: name.into(), code: code.map(str::to_owned), parent }
    }

    fn index() -> (UnitIndex, [Id<kind::Unit>; 4]) {
        let health = unit("Dinas Kesehatan", Some("1.02"), None);
        let works = unit("Dinas Pekerjaan Umum", None, None);
        let first = unit("Sub Bagian Umum", None, Some(health.id));
        let second = unit("Subbagian Umum", None, Some(works.id));
        let ids = [health.id, works.id, first.id, second.id];
        (UnitIndex::new("Kabupaten Sukamaju", vec![health, works, first, second]), ids)
    }

    #[test]
    fn units_are_found_by_code_name_and_long_name() {
        let (index, [health, ..]) = index();
        for text in ["1.02", "dinas kesehatan", "DINAS KESEHATAN KAB. SUKAMAJU", " Dinas  Kesehatan "] {
            assert_eq!(index.find(text, None), UnitMatch::One(health), "{text}");
        }
    }

    #[test]
    fn the_unit_above_decides_between_equal_names() {
        let (index, [_, _, first, second]) = index();
        assert!(matches!(index.find("Subbag Umum", None), UnitMatch::Several(choices) if choices.len() == 2));
        assert_eq!(index.find("Subbag Umum", Some("Dinas Kesehatan")), UnitMatch::One(first));
        assert_eq!(index.find("Subbag Umum", Some("Dinas Pekerjaan Umum")), UnitMatch::One(second));
    }

    #[test]
    fn similar_names_are_offered() {
        let (index, _) = index();
        assert_eq!(index.find("Dinas Kesehatn", None), UnitMatch::None);
        assert_eq!(index.similar("Dinas Kesehatn"), ["Dinas Kesehatan"]);
        assert!(index.similar("Kantor Pos").is_empty());
    }

    #[test]
    fn a_circle_in_the_tree_ends() {
        let (a, b) = (Id::draw(), Id::draw());
        let named = |id, parent| KnownUnit { id, name: "Bagian".into(), code: None, parent: Some(parent) };
        let index = UnitIndex::new("", vec![named(a, b), named(b, a)]);
        assert!(matches!(index.find("Bagian", Some("lain")), UnitMatch::Several(_)));
    }
}
