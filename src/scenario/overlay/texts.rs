//! Every text of a scenario that can be translated, with its key.
//!
//! Keys are made of ids, so that they stay when a file is put in another order; only what has no id is numbered.

use crate::scenario::language::Figure;
use crate::scenario::model::Scenario;

/// A text that can be translated.
pub struct Text<'t> {
    /// Its key, as `decision-stay_or_go-brief`.
    pub key: String,
    /// The text.
    pub value: &'t mut String,
    /// Whether it stands in the scenario's own file, and not in a table that others share.
    pub own: bool,
}

type Each<'e> = &'e mut dyn FnMut(Text<'_>);

fn tell(each: Each<'_>, own: bool, key: String, value: &mut String) {
    if !value.trim().is_empty() {
        each(Text { key, value, own });
    }
}

fn figure<N: crate::scenario::language::Naming>(each: Each<'_>, key: &str, figure: &mut Figure<N>) {
    match figure {
        Figure::Given(..) => {}
        Figure::Set(_, why) => tell(each, true, format!("{key}-why"), why),
        Figure::Disputed(readings) => {
            for (n, reading) in readings.iter_mut().enumerate() {
                tell(
                    each,
                    true,
                    format!("{key}-{}-says", n + 1),
                    &mut reading.says,
                );
            }
        }
    }
}

/// Goes over every text of a scenario, in the order of its file, then over those of its tables. Empty texts are left out.
pub fn texts(book: &mut Scenario, each: Each<'_>) {
    tell(each, true, "title".to_owned(), &mut book.title);
    tell(each, true, "brief".to_owned(), &mut book.brief);
    if let Some(note) = &mut book.content_note {
        tell(each, true, "content_note".to_owned(), note);
    }
    for court in &mut book.courts {
        let key = |field| format!("court-{}-{field}", court.id);
        tell(each, true, key("name"), &mut court.name);
        tell(each, true, key("brief"), &mut court.brief);
        tell(each, true, key("treasury_note"), &mut court.treasury_note);
    }
    for post in &mut book.posts {
        tell(
            each,
            true,
            format!("post-{}-title", post.id),
            &mut post.title,
        );
    }
    for fact in &mut book.facts {
        tell(each, true, format!("fact-{}-says", fact.id), &mut fact.says);
    }
    let places = book.atlas.places.iter().map(|place| &place.id);
    for (id, place) in places.zip(&mut book.places) {
        tell(each, true, format!("setup-{id}-note"), &mut place.note);
        if let Some(of) = &mut place.garrison_figure {
            figure(each, &format!("setup-{id}-garrison"), of);
        }
    }
    for army in &mut book.armies {
        tell(each, true, format!("army-{}-name", army.id), &mut army.name);
        tell(each, true, format!("army-{}-note", army.id), &mut army.note);
        figure(each, &format!("army-{}-men", army.id), &mut army.men_figure);
    }
    for draft in &mut book.drafts {
        let key = |what: &str| format!("draft-{}-{what}", draft.id);
        tell(each, true, key("title"), &mut draft.title);
        tell(each, true, key("note"), &mut draft.note);
        for (n, unclear) in draft.terms.unclear.iter_mut().enumerate() {
            for sense in &mut unclear.readings {
                tell(
                    each,
                    true,
                    key(&format!("reading-{}-{}-says", n + 1, sense.id)),
                    &mut sense.says,
                );
            }
        }
        for (n, alleged) in draft.alleged.iter_mut().enumerate() {
            tell(
                each,
                true,
                key(&format!("alleged-{}-says", n + 1)),
                &mut alleged.says,
            );
        }
    }
    for incident in &mut book.incidents {
        tell(
            each,
            true,
            format!("incident-{}-title", incident.id),
            &mut incident.title,
        );
        tell(
            each,
            true,
            format!("incident-{}-text", incident.id),
            &mut incident.text,
        );
    }
    for decision in &mut book.decisions {
        let key = |what: &str| format!("decision-{}-{what}", decision.id);
        tell(each, true, key("title"), &mut decision.title);
        tell(each, true, key("brief"), &mut decision.brief);
        for (n, aside) in decision.asides.iter_mut().enumerate() {
            tell(
                each,
                true,
                key(&format!("aside-{}-says", n + 1)),
                &mut aside.says,
            );
        }
        for (n, voice) in decision.voices.iter_mut().enumerate() {
            tell(
                each,
                true,
                key(&format!("voice-{}-says", n + 1)),
                &mut voice.says,
            );
            tell(
                each,
                true,
                key(&format!("voice-{}-expects", n + 1)),
                &mut voice.expects,
            );
        }
        for option in &mut decision.options {
            let id = option.id.clone();
            tell(
                each,
                true,
                key(&format!("option-{id}-label")),
                &mut option.label,
            );
            tell(
                each,
                true,
                key(&format!("option-{id}-detail")),
                &mut option.detail,
            );
            tell(
                each,
                true,
                key(&format!("option-{id}-opens_by")),
                &mut option.opens_by,
            );
        }
        tell(each, true, key("outcome"), &mut decision.outcome);
        tell(each, true, key("quarrel"), &mut decision.quarrel);
    }
    for checkpoint in &mut book.checkpoints {
        let key = |what: &str| format!("checkpoint-{}-{what}", checkpoint.id);
        tell(each, true, key("title"), &mut checkpoint.title);
        for (n, claim) in checkpoint.claims.iter_mut().enumerate() {
            tell(
                each,
                true,
                key(&format!("claim-{}-says", n + 1)),
                &mut claim.says,
            );
        }
    }
    for ending in &mut book.endings {
        tell(
            each,
            true,
            format!("ending-{}-title", ending.id),
            &mut ending.title,
        );
        tell(
            each,
            true,
            format!("ending-{}-text", ending.id),
            &mut ending.text,
        );
    }
    for lesson in &mut book.lessons {
        let key = |what: &str| format!("lesson-{}-{what}", lesson.id);
        tell(each, true, key("title"), &mut lesson.title);
        tell(each, true, key("about"), &mut lesson.about);
        for (n, aim) in lesson.aims.iter_mut().enumerate() {
            tell(each, true, key(&format!("aim-{}", n + 1)), aim);
        }
        tell(each, true, key("content_note"), &mut lesson.content_note);
        tell(each, true, key("younger"), &mut lesson.younger);
        tell(each, true, key("opening"), &mut lesson.opening);
        for (at, step) in lesson.steps.iter_mut().enumerate() {
            let of = |what: &str| key(&format!("step-{}-{what}", at + 1));
            tell(each, true, of("you"), &mut step.you);
            for (what, lines) in [
                ("known", &mut step.known),
                ("unknown", &mut step.unknown),
                ("question", &mut step.questions),
            ] {
                for (n, line) in lines.iter_mut().enumerate() {
                    tell(each, true, of(&format!("{what}-{}", n + 1)), line);
                }
            }
        }
        for (n, question) in lesson.closing.iter_mut().enumerate() {
            tell(each, true, key(&format!("closing-{}", n + 1)), question);
        }
    }
    tables(book, each);
}

/// The texts that scenarios share.
fn tables(book: &mut Scenario, each: Each<'_>) {
    let mut shared = |key: String, value: &mut String| tell(each, false, key, value);
    for place in &mut book.atlas.places {
        shared(format!("place-{}-name", place.id), &mut place.name);
        shared(format!("place-{}-note", place.id), &mut place.note);
    }
    for person in &mut book.people {
        let key = |what: &str| format!("person-{}-{what}", person.id);
        shared(key("name"), &mut person.name);
        shared(key("note"), &mut person.note);
        shared(key("fate"), &mut person.fate);
        for (n, office) in person.offices.iter_mut().enumerate() {
            shared(key(&format!("office-{}-title", n + 1)), &mut office.title);
        }
    }
    for source in &mut book.sources {
        let key = |what: &str| format!("source-{}-{what}", source.id);
        shared(key("title"), &mut source.title);
        shared(key("author"), &mut source.author);
        shared(key("composed"), &mut source.composed);
        shared(key("bias"), &mut source.bias);
    }
    for term in &mut book.terms {
        shared(format!("term-{}-name", term.id), &mut term.name);
        shared(format!("term-{}-says", term.id), &mut term.says);
    }
}
