//! Six treaties of the record, each stated in the language of clauses and nothing else: they load, they are sworn, they are audited.
//! The texts stand in `tests/treaties`, with their sources; the facts tested are those of the dossiers.

use std::path::Path;
use std::sync::Arc;

use rivers_and_mountains::base::ids::DraftId;
use rivers_and_mountains::events::{Casus, Event, How};
use rivers_and_mountains::rules::execute;
use rivers_and_mountains::rules::state::snapshot::Snapshot;
use rivers_and_mountains::rules::state::{Game, Kept};
use rivers_and_mountains::rules::systems::treaties::{
    self,
    grievance::{Grievance, grievance},
};
use rivers_and_mountains::scenario::language::{Clause, Good, Rank};
use rivers_and_mountains::scenario::load::load;
use rivers_and_mountains::scenario::model::{ClauseNow, River, Scenario, Terms};

use crate::common;

/// The shipped scenario, for its atlas, people and courts, with one more draft in it.
fn with(file: &str) -> Scenario {
    let path = common::folder("tests/treaties").join(file);
    let draft = std::fs::read_to_string(Path::new(&path)).expect("a treaty");
    let mut files = common::texts("scenarios");
    let text = files.get_mut("jingkang.ron").expect("the scenario");
    *text = text.replacen("    drafts: [\n", &format!("    drafts: [\n{draft}"), 1);
    load("jingkang.ron", &files)
        .unwrap_or_else(|list| panic!("{}", common::told(&list, &files)))
        .scenario
}

/// A game in which the treaty is sworn on the first day.
struct Sworn {
    kept: Kept,
    id: DraftId,
}

impl Sworn {
    fn new(file: &str, id: &str) -> Self {
        let book = with(file);
        let id = book.draft(id).expect("the treaty");
        let opening = Snapshot::opening(&book);
        let mut kept = Kept::from_snapshot(Arc::new(book), 1, &opening, Vec::new());
        kept.change(|game| execute::swear(game, id));
        Self { kept, id }
    }
    fn game(&self) -> &Game<'_> {
        self.kept.game()
    }
    fn given(&mut self, event: Event) {
        self.kept.change(|game| game.emit(event));
    }
    fn terms(&self) -> &Terms {
        self.game().terms(self.id)
    }
    fn has(&self, fits: impl Fn(&ClauseNow) -> bool) -> usize {
        self.terms().clauses.iter().filter(|c| fits(c)).count()
    }
    fn court(&self, id: &str) -> rivers_and_mountains::base::ids::CourtId {
        self.game().book.court(id).expect(id)
    }
    fn place(&self, id: &str) -> rivers_and_mountains::base::ids::PlaceId {
        self.game().book.place(id).expect(id)
    }
    /// What the audit finds after so many xun in which nobody moved.
    fn audit(&mut self, xun: u16) -> Vec<Event> {
        for _ in 0..xun {
            self.given(Event::TurnEnded);
        }
        self.kept.change(|game| {
            game.turn_the_page(&mut Vec::new());
            treaties::run(game);
        });
        self.game().events_now().to_vec()
    }
    fn broken(&self, clause: usize) -> bool {
        self.game().paper(self.id).clauses[clause].broken.is_some()
    }
    fn yearly(&self, good: Good) -> Option<i64> {
        self.terms().clauses.iter().find_map(|c| match c {
            Clause::Yearly {
                good: g, amount, ..
            } if *g == good => Some(*amount),
            _ => None,
        })
    }
}

#[test]
fn chanyuan() {
    let mut sworn = Sworn::new("chanyuan.ron", "chanyuan_1005");
    assert_eq!(sworn.yearly(Good::Silver), Some(200_000));
    assert_eq!(sworn.yearly(Good::Silk), Some(300_000));
    assert_eq!(sworn.has(|c| matches!(c, Clause::NoShelter { .. })), 2);
    assert_eq!(sworn.has(|c| matches!(c, Clause::NoWorks { .. })), 2);
    assert_eq!(
        sworn.has(|c| matches!(
            c,
            Clause::Address {
                rank: Rank::Equal,
                ..
            }
        )),
        2
    );
    // Nothing is due in the first year, and after it Song is behind with silver and silk.
    assert_eq!(sworn.audit(36), []);
    let song = sworn.court("song");
    let late = sworn.audit(1);
    assert_eq!(
        late.iter()
            .filter(|e| matches!(e, Event::ClauseBroken { draft, by, .. } if *draft == sworn.id && *by == song))
            .count(),
        2,
        "{late:?}"
    );
}

/// Jin takes the Western Capital and keeps it. Song has a grievance, on its own reading of what Yan is; Jin sees no breach.
#[test]
fn the_sea_alliance_and_what_yan_is() {
    let mut sworn = Sworn::new("sea_alliance.ron", "sea_alliance_1120");
    let (song, jin) = (sworn.court("song"), sworn.court("jin"));
    let (datong, yanjing) = (sworn.place("datong"), sworn.place("yanjing"));
    assert_eq!(sworn.terms().unclear.len(), 1);
    assert_eq!(sworn.terms().unclear[0].readings.len(), 2);
    assert_eq!(
        sworn.has(|c| matches!(c, Clause::NoSeparatePeace { .. })),
        2
    );
    for place in [sworn.place("dading"), datong, yanjing] {
        sworn.given(Event::Fell {
            place,
            from: None,
            to: jin,
            how: How::Storm,
        });
    }
    let found = sworn.audit(1);
    let to_song = |place| Event::CessionOrdered {
        place,
        to: song,
        draft: sworn.id,
        due: rivers_and_mountains::base::date::Turn(9),
    };
    assert!(found.contains(&to_song(yanjing)) && found.contains(&to_song(datong)));
    sworn.kept.change(|game| execute::hand_over(game, yanjing));
    let later = sworn.audit(10);
    let datong_clause = sworn
        .terms()
        .clauses
        .iter()
        .position(|c| matches!(c, Clause::Share { place, .. } if *place == datong))
        .expect("Song reads it so");
    assert!(sworn.broken(datong_clause), "{later:?}");
    assert_eq!(grievance(sworn.game(), sworn.id, song), Grievance::Disputed);
    assert_eq!(grievance(sworn.game(), sworn.id, jin), Grievance::None);
    // The forfeit: Song did not march in the year, and that is plain.
    sworn.audit(30);
    assert_eq!(grievance(sworn.game(), sworn.id, jin), Grievance::Clear);
    assert_eq!(sworn.game().book.drafts[sworn.id.index()].alleged.len(), 1);
}

/// The fugitives' clause of 1123: Song shelters one who came over, gives him a post, and has broken its word under a curse.
#[test]
fn the_oath_of_1123() {
    let mut sworn = Sworn::new("oath_1123.ron", "oath_letters_1123");
    let (song, jin) = (sworn.court("song"), sworn.court("jin"));
    assert_eq!(sworn.yearly(Good::Cash), Some(1_000_000));
    assert_eq!(sworn.has(|c| matches!(c, Clause::Oath { .. })), 1);
    let taken_in = sworn
        .game()
        .book
        .person("liu_yanzong")
        .expect("a man of Jin");
    sworn.given(Event::WentOver {
        person: taken_in,
        to: song,
    });
    let before = sworn.game().realm(song).legitimacy;
    let found = sworn.audit(7);
    let sheltered = |n: &usize| matches!(sworn.terms().clauses[*n], Clause::NoShelter { by } | Clause::ReturnFugitives { by } if by == song);
    let clauses: Vec<usize> = (0..sworn.terms().clauses.len()).filter(sheltered).collect();
    assert!(clauses.iter().all(|n| sworn.broken(*n)), "{found:?}");
    assert_eq!(sworn.game().realm(song).legitimacy, before - 6); // under this oath and under that of the scenario
    assert_eq!(grievance(sworn.game(), sworn.id, jin), Grievance::Clear);
    // The side paper of the west: a breach of Jin's on Song's reading alone.
    let west = sworn.terms().unclear[0].readings[0].clauses();
    sworn.audit(8);
    assert!(
        west.clone().all(|n| !sworn.broken(n)),
        "Jin is injured and is excused"
    );
}

#[test]
fn the_terms_of_february_1126() {
    let mut sworn = Sworn::new("terms_1126.ron", "kaifeng_1126");
    let (song, jin) = (sworn.court("song"), sworn.court("jin"));
    let prince = sworn.game().book.person("song_gaozong").expect("a prince");
    assert!(sworn.game().captive(prince).is_some_and(|c| c.of == jin));
    let sums: Vec<i64> = sworn
        .terms()
        .clauses
        .iter()
        .filter_map(|c| match c {
            Clause::Pay { amount, .. } => Some(*amount),
            _ => None,
        })
        .collect();
    assert_eq!(sums, [5_000_000, 50_000_000, 2_000_000]);
    assert_eq!(
        sworn.has(|c| matches!(
            c,
            Clause::Address {
                rank: Rank::Nephew,
                ..
            }
        )),
        1
    );
    // In the two xun of grace the ransom is late and not broken.
    sworn.audit(6);
    assert!(!sworn.broken(0));
    sworn.audit(1);
    assert!(sworn.broken(0) && sworn.broken(1));
    // Jin, injured, keeps the prince without blame.
    let back = sworn
        .terms()
        .clauses
        .iter()
        .position(|c| matches!(c, Clause::Return { person, .. } if *person == prince))
        .expect("he is to come home");
    sworn.audit(4);
    assert!(!sworn.broken(back));
    assert_eq!(grievance(sworn.game(), sworn.id, song), Grievance::None);
}

/// The peace of 1138 and 1139 gives land back to the court that pays; war in the next year breaks it.
#[test]
fn the_accord_of_1138_and_1139() {
    let mut sworn = Sworn::new("accord_1139.ron", "accord_1139");
    let (song, jin) = (sworn.court("song"), sworn.court("jin"));
    assert_eq!(sworn.yearly(Good::Silver), Some(250_000));
    assert_eq!(sworn.yearly(Good::Silk), Some(250_000));
    assert_eq!(
        sworn.has(|c| matches!(c, Clause::Cede { by, .. } if *by == jin)),
        5
    );
    assert!(sworn.has(|c| matches!(c, Clause::Return { by, .. } if *by == jin)) == 1);
    sworn.audit(1);
    sworn.given(Event::WarOpened {
        by: jin,
        on: song,
        casus: Casus::default(),
    });
    let found = sworn.audit(0);
    assert!(
        found
            .iter()
            .any(|e| matches!(e, Event::ClauseBroken { by, .. } if *by == jin)),
        "{found:?}"
    );
    assert_eq!(grievance(sworn.game(), sworn.id, song), Grievance::Clear);
}

/// The middle of the Huai is the line: Sizhou is on its northern bank and Xuyi on its southern.
#[test]
fn the_treaty_of_shaoxing() {
    let mut sworn = Sworn::new("shaoxing_1141.ron", "shaoxing_1141");
    let (song, jin) = (sworn.court("song"), sworn.court("jin"));
    let (sizhou, xuyi) = (sworn.place("sizhou"), sworn.place("xuyi"));
    assert_eq!(
        sworn.has(
            |c| matches!(c, Clause::Border { river: River::Huai, north, .. } if *north == jin)
        ),
        1
    );
    assert_eq!(
        sworn.has(|c| matches!(c, Clause::Yearly { at: Some(at), .. } if *at == sizhou)),
        2
    );
    assert!(sworn.game().ceded(sizhou).is_some_and(|c| c.to == jin));
    assert!(sworn.game().ceded(xuyi).is_none());
    // A clause read by Jin of all who ever came, by Song of those who come from now on.
    let earlier = sworn
        .game()
        .book
        .person("liu_yanzong")
        .expect("a man of Jin");
    assert_eq!(sworn.terms().unclear[0].readings.len(), 2);
    sworn.given(Event::WentOver {
        person: earlier,
        to: song,
    });
    sworn.audit(7);
    assert_eq!(
        grievance(sworn.game(), sworn.id, jin),
        Grievance::Clear,
        "he came after the oath: that is a breach on either reading"
    );
}
