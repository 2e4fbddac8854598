//! What the code's types do not say: what a name names, in what unit a number is, what the fields of words mean.

/// What is written in a field, by kind and field; a kind left empty stands for every kind.
///
/// A number has its unit and, where it has a scale, its ends; a name has what it names.
const WRITTEN: &[(&str, &str, &str)] = &[
    ("", "id", "a new id"),
    ("RawPlaceSetup", "id", "id of a place"),
    ("RawPersonSetup", "id", "id of a person"),
    ("", "from", "date"),
    ("", "until", "date"),
    ("RawDraft", "from", "id of a court"),
    ("RawRoute", "from", "id of a place"),
    ("RawOffice", "from", "partial date"),
    ("RawOffice", "until", "partial date"),
    ("", "uses", "file names"),
    ("", "to", "id of a court"),
    ("RawRoute", "to", "id of a place"),
    ("", "minutes", "minutes"),
    ("", "minutes_brief", "minutes"),
    ("", "seat", "id of a place"),
    ("", "ruler", "id of a person"),
    ("", "heir", "id of a person"),
    ("", "legitimacy", "0 to 100"),
    ("", "lean", "−100 to 100"),
    ("", "edicts", "edicts in a xun"),
    (
        "",
        "treasury",
        "gold and silver in taels, silk in bolts, cash in strings, grain in shi",
    ),
    (
        "",
        "outlay",
        "in a month: gold and silver in taels, silk in bolts, cash in strings, grain in shi",
    ),
    (
        "",
        "cost",
        "gold and silver in taels, silk in bolts, cash in strings, grain in shi",
    ),
    ("", "columns", "corps"),
    ("", "at_war_with", "ids of courts"),
    ("", "claims", "ids of places"),
    ("", "patron", "id of a court"),
    ("", "court", "id of a court"),
    (
        "RawOffice",
        "court",
        "name of a court, as the tables have it",
    ),
    ("", "courts", "names of courts, as the tables have them"),
    ("", "holder", "id of a person"),
    ("RawPlaceSetup", "holder", "id of a court"),
    ("", "native", "id of a court"),
    (
        "",
        "holders_of",
        "year of the atlas: 1111, 1125, 1127, 1142, 1206 or 1233",
    ),
    ("", "circuit", "name of a circuit, as the atlas has it"),
    ("", "percent", "of a hundred"),
    ("", "quality", "0 to 100"),
    ("", "morale", "0 to 100"),
    ("", "captain", "id of a person"),
    ("", "stores_xun", "xun"),
    ("", "food_xun", "xun"),
    ("", "patience_xun", "xun"),
    ("", "again", "xun after it was closed, 1 or more"),
    ("", "heard_by", "ids of courts"),
    ("RawCalled", "since", "year"),
    ("", "others_after", "xun"),
    ("", "unrest", "0 to 100"),
    ("", "boats", "boats"),
    ("", "wheels", "boats"),
    ("", "depot", "shi of grain"),
    ("", "band", "men"),
    ("", "workshop", "loads in a month"),
    ("", "commander", "id of a person"),
    ("", "at", "id of a place"),
    ("", "horse_percent", "of a hundred men"),
    ("", "marines", "of a hundred men"),
    ("", "engines", "0 to 100"),
    ("", "attachment", "0 to 100"),
    ("", "draft", "id of a draft"),
    ("", "sworn", "date"),
    ("", "loyalty", "0 to 100"),
    ("RawPerson", "loyalty", "0 to 10"),
    ("", "stance", "−100 to 100"),
    ("", "serves", "id of a court"),
    ("", "held_by", "id of a court"),
    ("", "sources", "ids of sources"),
    ("RawAlleged", "by", "id of a court"),
    ("RawAlleged", "of", "id of a court"),
    ("RawAlleged", "clause", "1 to 255"),
    ("", "since", "date"),
    ("", "chance", "0 to 100, of a hundred"),
    ("", "who", "id of a person"),
    ("", "argues_for", "id of an option of this decision"),
    ("RawVoice", "by", "date"),
    ("", "temper", "−2 to 2"),
    ("", "chose", "id of an option of this decision"),
    ("", "date", "date"),
    ("", "weight", "1 to 5"),
    ("", "source", "id of a source"),
    ("", "good_for", "ids of courts"),
    ("", "value", "in the unit of the figure, as a rule men"),
    ("", "lat_milli", "thousandths of a degree north"),
    ("", "lon_milli", "thousandths of a degree east"),
    ("", "households", "households"),
    ("", "walls", "0 to 5"),
    ("", "holders", "year, and name of a court"),
    ("", "km", "km"),
    ("", "born", "partial date"),
    ("", "died", "partial date"),
    ("", "command", "0 to 10"),
    ("", "valour", "0 to 10"),
    ("", "administration", "0 to 10"),
    ("", "intrigue", "0 to 10"),
    ("", "place", "id of a place"),
    ("RawTrial", "from", "date"),
    ("", "answers", "ids of a decision and of its option"),
    ("", "vocabulary", "ids of terms"),
    ("", "decision", "id of a decision"),
    ("", "seeds", "first and last seed"),
    ("", "xun", "xun"),
    ("", "at_least", "0 to 100, of a hundred games"),
];

/// What is written in a field; empty where its type says all.
#[must_use]
pub fn written(kind: &str, field: &str) -> &'static str {
    let find = |of: &str| WRITTEN.iter().find(|(k, f, _)| *k == of && *f == field);
    find(kind)
        .or_else(|| find(""))
        .map_or("", |(_, _, what)| what)
}

/// What the number in a word's bracket counts, by kind and word.
const COUNTED: &[(&str, &str, &str)] = &[
    ("Condition", "Months", "months, 1 to 12"),
    (
        "Condition",
        "Treasury",
        "of that good: taels, bolts, strings or shi",
    ),
    ("Condition", "Legitimacy", "0 to 100"),
    ("Condition", "Lean", "−100 to 100"),
    ("Condition", "Loyalty", "0 to 100"),
    ("Condition", "Unrest", "0 to 100"),
    ("Condition", "Morale", "0 to 100"),
    ("Condition", "Stores", "xun"),
    ("Condition", "Garrison", "men"),
    ("Effect", "Legitimacy", "points of 100, up or down"),
    ("Effect", "Loyalty", "points of 100, up or down"),
    ("Effect", "Morale", "points of 100, up or down"),
    ("Effect", "Spirit", "points of 100, up or down"),
    ("Effect", "Unrest", "points of 100, up or down"),
    ("Effect", "Outlay", "of that good in a month, up or down"),
    ("Effect", "OpenGate", "men"),
    ("Effect", "Chance", "of a hundred"),
    ("Effect", "Later", "xun"),
    ("Effect", "ItLoses", "of a hundred men"),
    ("Effect", "ItScatters", "of a hundred men"),
    ("Effect", "ItSpirit", "points of 100, up or down"),
    ("Effect", "ItUnrest", "points of 100, up or down"),
    ("ItCondition", "Men", "men"),
    ("ItCondition", "StoresAtMost", "xun"),
    ("ItCondition", "SpiritAtMost", "0 to 100"),
    ("ItCondition", "Unrest", "0 to 100"),
    ("ItCondition", "BesiegedFor", "xun"),
    ("ItCondition", "Within", "km"),
    ("Figure", "Given", "in the unit of the field, as a rule men"),
    ("Figure", "Set", "in the unit of the field, as a rule men"),
    ("RawTest", "Happened", "days before or after it"),
];

/// What the number in a word's bracket counts; empty where there is none.
#[must_use]
pub fn counted(kind: &str, word: &str) -> &'static str {
    COUNTED
        .iter()
        .find(|(k, w, _)| *k == kind && *w == word)
        .map_or("", |(_, _, what)| what)
}

/// What the names in a word's bracket name, where the type does not say it.
const NAMED: &[(&str, &str, &[&str])] = &[
    ("RawTest", "Happened", &["date"]),
    ("RawTest", "StoodOn", &["date"]),
    ("Expectation", "Laid", &["decision"]),
    ("Expectation", "Open", &["decision", "option"]),
    ("Expectation", "Befell", &["incident"]),
    ("Expectation", "Paid", &["draft"]),
    ("Expectation", "Ended", &["ending"]),
];

/// What the names in a word's bracket name, in order; empty where the types say it.
#[must_use]
pub fn named(kind: &str, word: &str) -> &'static [&'static str] {
    NAMED
        .iter()
        .find(|(k, w, _)| *k == kind && *w == word)
        .map_or(&[], |(_, _, what)| *what)
}

/// What the named fields of words mean, by kind and field.
const ARGUMENTS: &[(&str, &str, &str)] = &[
    ("Condition", "court", "whose armies"),
    ("Condition", "than", "the court it is compared with"),
    ("Condition", "place", "round which place"),
    ("Condition", "km", "km by road"),
    ("Condition", "men", "at least so many men"),
    (
        "Condition",
        "percent",
        "of a hundred: 150 is half as many again",
    ),
    ("Condition", "by", "the court that is bound"),
    ("Condition", "to", "the court to which it is bound"),
    ("Condition", "clause", "by what kind of clause"),
    ("Effect", "court", "the court that is set up"),
    ("Effect", "ruler", "who reigns over it"),
    ("Effect", "seat", "where it sits"),
    (
        "Effect",
        "apart",
        "whether its people set it up for themselves, and it is nobody's puppet",
    ),
    ("Clause", "by", "the court that is bound"),
    ("Clause", "good", "of which good"),
    ("Clause", "amount", "how much: taels, bolts, strings or shi"),
    ("Clause", "due_xun", "xun from the oath"),
    ("Clause", "tolerance", "of a hundred that may be lacking"),
    ("Clause", "grace", "xun by which it may be late"),
    ("Clause", "at", "where it is handed over"),
    ("Clause", "every", "how often"),
    ("Clause", "place", "which place"),
    ("Clause", "places", "which places"),
    ("Clause", "person", "who"),
    ("Clause", "river", "which river"),
    ("Clause", "north", "the court that has its northern bank"),
    ("Clause", "form", "the words"),
    ("Clause", "rank", "how high they place the other"),
    ("Clause", "against", "the court that is made war on"),
    (
        "Clause",
        "with",
        "the court with which there is to be no peace",
    ),
    ("Clause", "xun", "for how many xun"),
    ("Clause", "words", "the curse"),
    ("Clause", "men", "at least so many men"),
    ("Order", "army", "which army"),
    ("Order", "to", "where to"),
    ("Order", "place", "which place"),
    ("Order", "men", "so many men"),
    ("Order", "boats", "so many boats"),
    ("Order", "shi", "so many shi of grain"),
    ("Order", "person", "who"),
    ("Order", "post", "which post"),
    ("Order", "draft", "which draft"),
    ("Order", "what", "what it says"),
    ("Treat", "to", "to which court"),
    ("Treat", "envoy", "who carries it"),
    ("Treat", "clauses", "what the paper says"),
    ("Treat", "answers", "the draft that it answers"),
    (
        "Treat",
        "worded",
        "the draft whose unclear words it takes over",
    ),
    ("Treat", "draft", "which draft"),
    ("Treat", "on", "on which court"),
    ("Treat", "person", "who"),
    ("Treat", "place", "which place"),
    ("Reign", "person", "who"),
    ("Reign", "place", "which place"),
    ("Reign", "good", "of which good"),
    ("Reign", "amount", "how much: taels, bolts, strings or shi"),
    ("Reign", "to", "to whom, or where to"),
    ("Reign", "how", "what is answered"),
    ("Reign", "court", "which court"),
    ("Reign", "army", "from which army"),
    ("Reign", "men", "so many men"),
    ("Reign", "into", "the army or corps that takes them"),
    ("Reign", "under", "the officer"),
];

/// What a named field of a word means.
#[must_use]
pub fn argument(kind: &str, field: &str) -> &'static str {
    ARGUMENTS
        .iter()
        .find(|(k, f, _)| *k == kind && *f == field)
        .map_or("", |(_, _, what)| what)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::format::{Kind, Shape, Type, all};

    /// Rows that a table has and the format has no use for.
    fn idle(rows: &[(&str, &str, &str)], used: impl Fn(&Kind, &str) -> bool) -> Vec<String> {
        rows.iter()
            .filter(|(kind, name, _)| {
                !all().any(|k| (kind.is_empty() || k.name == *kind) && used(k, name))
            })
            .map(|(kind, name, _)| format!("{kind}.{name}"))
            .collect()
    }

    #[test]
    fn every_number_has_its_unit_and_every_name_what_it_names() {
        let mut lacking = Vec::new();
        for kind in all() {
            for field in kind.fields() {
                if field.kind().wants_a_meaning() && written(kind.name, field.name).is_empty() {
                    lacking.push(format!("{}.{}", kind.name, field.name));
                }
            }
            for word in kind.words() {
                match word.takes {
                    Shape::Nothing => {}
                    Shape::Values(types) => {
                        let any = types.iter().any(|ty| Type::of(ty).has_a_number());
                        let bare = |ty: &&&str| matches!(Type::of(ty), Type::Name(None));
                        let names = types.iter().filter(bare).count();
                        if names != named(kind.name, word.name).len()
                            || any && counted(kind.name, word.name).is_empty()
                        {
                            lacking.push(format!("{}.{}", kind.name, word.name));
                        }
                    }
                    Shape::Fields(fields) => lacking.extend(
                        fields
                            .iter()
                            .filter(|field| argument(kind.name, field.name).is_empty())
                            .map(|field| format!("{}.{} {}", kind.name, word.name, field.name)),
                    ),
                }
            }
        }
        assert!(
            lacking.is_empty(),
            "`meanings.rs` has no word on {lacking:#?}"
        );
    }

    #[test]
    fn no_row_is_of_something_that_is_gone() {
        let field = |kind: &Kind, name: &str| {
            kind.fields()
                .iter()
                .any(|f| f.name == name && f.kind().wants_a_meaning())
        };
        let word = |kind: &Kind, name: &str| kind.words().iter().any(|w| w.name == name);
        let argument = |kind: &Kind, name: &str| {
            kind.words().iter().any(
                |w| matches!(w.takes, Shape::Fields(fields) if fields.iter().any(|f| f.name == name)),
            )
        };
        let idle = [
            idle(WRITTEN, field),
            idle(COUNTED, word),
            idle(ARGUMENTS, argument),
        ]
        .concat();
        assert!(idle.is_empty(), "{idle:?}");
    }
}
