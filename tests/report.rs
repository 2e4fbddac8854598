//! The printed pages: that they are whole, read aloud in order and safe, whatever a player or a writer has written.

#![expect(clippy::expect_used, reason = "a test fails by panicking")]

mod common;

use std::collections::{BTreeMap, BTreeSet};
use std::process::Command;
use std::sync::Arc;

use rivers_and_mountains::base::ids::{CourtId, OptionId};
use rivers_and_mountains::engine::Ask;
use rivers_and_mountains::policy::Kind;
use rivers_and_mountains::prose::Texts;
use rivers_and_mountains::record;
use rivers_and_mountains::report::debrief::{self, Asked, Sheet};
use rivers_and_mountains::report::study::{self, Found};
use rivers_and_mountains::scenario::load::load;
use rivers_and_mountains::scenario::model::Scenario;
use rivers_and_mountains::study::results::{
    About, CheckpointSpread, CourtSpread, DecisionImpact, EndingSpread, Headline, HeadlineKind,
    Impact, Luck, Month, OptionImpact, OptionOdds, Points, Quantiles, Recorded, Seat, Share, Shift,
    Spread, Turning, TurningPoint, Verdict,
};
use rivers_and_mountains::table::{NoKeeper, Session};
use roxmltree::{Document, Node, ParsingOptions};

fn book(file: &str) -> Arc<Scenario> {
    let files: BTreeMap<String, String> = match file {
        "stage.ron" => common::stage(),
        _ => common::texts("scenarios"),
    };
    Arc::new(load(file, &files).expect("it loads").scenario)
}

/// A game at the table in which people answer every matter, each with the next of its options, until `turns` are over or the end.
fn played(book: &Arc<Scenario>, courts: &[&str], turns: u16) -> Session {
    let seats: Vec<CourtId> = courts
        .iter()
        .map(|c| book.court(c).expect("a court"))
        .collect();
    let named: Vec<(CourtId, Kind)> = (0..book.courts.len())
        .map(CourtId::of)
        .filter(|c| !seats.contains(c))
        .map(|c| (c, Kind::Counsel))
        .collect();
    let keeper = Box::new(NoKeeper);
    let mut session = Session::new(book.clone(), 11, &seats, &named, Texts::default(), keeper);
    while session.engine().ended().is_none() && session.engine().turn().0 < turns {
        for court in &seats {
            let waiting = session
                .seat(*court)
                .map_or_else(Vec::new, |s| s.matters.clone());
            for decision in waiting {
                let count = book.decisions[decision.index()].options.len();
                for n in 0..count {
                    let option = OptionId::of((n + decision.index()) % count);
                    if session
                        .ask(*court, Ask::Choose { decision, option })
                        .is_ok()
                    {
                        break;
                    }
                }
            }
        }
        session.end_turn().expect("nobody keeps it");
    }
    session
}

fn page(session: &Session, sheet: Sheet, name: Option<&str>) -> String {
    debrief::page(&Asked {
        session,
        name,
        sheet,
        turning: None,
    })
    .expect("it is written")
}

/// The page as strict XML takes it: every element that is opened is closed in its order, every attribute quoted, every sign escaped. The
/// elements that HTML never closes are closed first.
fn as_xml(page: &str) -> String {
    let closed = |line: &str| match line.strip_suffix('>') {
        Some(head) if line.starts_with("<meta ") => format!("{head}/>"),
        _ => line.replace("<br>", "<br/>"),
    };
    page.lines().map(closed).collect::<Vec<_>>().join("\n")
}

fn parsed(xml: &str) -> Document<'_> {
    let options = ParsingOptions {
        allow_dtd: true,
        ..ParsingOptions::default()
    };
    Document::parse_with_options(xml, options).expect("a page is well formed")
}

/// The elements below a node with this name, and with this class where there is one after a dot: `li.question`, `.answer`.
fn all<'a>(node: Node<'a, 'a>, what: &str) -> Vec<Node<'a, 'a>> {
    let (name, class) = what.split_once('.').unwrap_or((what, ""));
    node.descendants()
        .filter(|n| n.is_element() && (name.is_empty() || n.tag_name().name() == name))
        .filter(|n| {
            let classes = n.attribute("class").unwrap_or_default();
            class.is_empty() || classes.split(' ').any(|c| c == class)
        })
        .collect()
}

fn text(node: Node<'_, '_>) -> String {
    let parts = node.descendants().filter(Node::is_text);
    let whole: String = parts.filter_map(|n| n.text()).collect();
    whole.trim().to_owned()
}

/// The section that a heading of this id opens.
fn section<'a>(node: Node<'a, 'a>, id: &str) -> Option<Node<'a, 'a>> {
    all(node, "section")
        .into_iter()
        .find(|n| n.attribute("aria-labelledby") == Some(id))
}

/// What holds of every page.
fn sound(xml: &str) {
    let document = parsed(xml);
    let root = document.root_element();
    let forbidden = [
        "script",
        "iframe",
        "object",
        "embed",
        "img",
        "link",
        "form",
        "input",
        "base",
        "foreignObject",
        "animate",
        "set",
    ];
    let mut ids = BTreeSet::new();
    for node in all(root, "") {
        let name = node.tag_name().name();
        assert!(!forbidden.contains(&name), "<{name}> may act or fetch");
        for attribute in node.attributes() {
            let (name, said) = (attribute.name(), attribute.value());
            assert!(!name.starts_with("on"), "{name}={said}");
            let points = matches!(name, "href" | "src" | "action" | "data");
            assert!(!points || said.starts_with('#'), "{name}={said}");
            assert!(!said.contains("javascript:"), "{name}={said}");
        }
        if let Some(id) = node.attribute("id") {
            assert!(ids.insert(id), "`{id}` twice");
        }
        // Every drawing is either told in words or passed over.
        if name == "svg" {
            let told = node.attribute("role") == Some("img")
                && node
                    .attribute("aria-label")
                    .is_some_and(|words| words.len() > 10);
            let passed_over = node.attribute("aria-hidden") == Some("true");
            assert!(told || passed_over, "a drawing without words");
        }
    }
    for node in all(root, "") {
        let href = node.attribute("href").map(|h| h.trim_start_matches('#'));
        for id in href.into_iter().chain(node.attribute("aria-labelledby")) {
            assert!(ids.contains(id), "`{id}` is nowhere");
        }
    }
    let clips = xml.split("=\"url(#").skip(1);
    for id in clips.filter_map(|part| part.split(')').next()) {
        assert!(ids.contains(id), "`{id}` is nowhere");
    }
    let mut level = 0;
    for node in all(root, "") {
        let name = node.tag_name().name();
        let Some(here) = name.strip_prefix('h').and_then(|n| n.parse::<u32>().ok()) else {
            continue;
        };
        assert!(here <= level + 1, "{name} after h{level}: {}", text(node));
        assert!(!text(node).is_empty());
        level = here;
    }
    assert_eq!(all(root, "h1").len(), 1);
    assert_eq!(all(root, "main").len(), 1);
    assert!(root.attribute("lang").is_some() && !text(all(root, "title")[0]).is_empty());
    for table in all(root, "table") {
        assert_eq!(all(table, "caption").len(), 1, "a table without a caption");
        let (head, mut bodies) = (all(table, "thead"), all(table, "tbody"));
        let columns = all(head[0], "th");
        assert!(columns.len() > 1);
        assert!(
            columns
                .iter()
                .all(|th| th.attribute("scope") == Some("col"))
        );
        let mut under = 0;
        assert!(!bodies.is_empty(), "a table without rows");
        for row in bodies.drain(..).flat_map(|body| all(body, "tr")) {
            let heads = all(row, "th");
            assert!(heads.iter().all(|th| th.attribute("scope").is_some()));
            // Every row has a head of its own, or stands under one that spans it, or is one cell that goes with the row before it.
            if let Some(head) = heads.first() {
                let rows = head.attribute("rowspan").unwrap_or("1");
                under = rows.parse::<i32>().expect("a number");
            }
            under -= 1;
            let cells = row.children().filter(Node::is_element).count();
            assert!(
                under >= 0 || cells == 1,
                "a row without a head: {}",
                text(row)
            );
        }
    }
    let missing = xml.find("[report-").or_else(|| xml.find("[page-"));
    assert!(missing.is_none(), "a message is missing");
}

#[test]
fn a_page_of_the_stage_is_sound_on_every_sheet() {
    let book = book("stage.ron");
    for courts in [&["song"][..], &["song", "jin"]] {
        let session = played(&book, courts, u16::MAX);
        for sheet in [Sheet::Page, Sheet::Worksheet, Sheet::Key] {
            sound(&as_xml(&page(&session, sheet, Some("Class 3b"))));
        }
    }
}

#[test]
fn a_page_of_jingkang_has_every_checkpoint_choice_and_source() {
    let book = book("jingkang.ron");
    let session = played(&book, &["song"], u16::MAX);
    let xml = as_xml(&page(&session, Sheet::Page, None));
    sound(&xml);
    let document = parsed(&xml);
    let html = document.root_element();
    let checkpoints = section(html, "checkpoints").expect("it is there");
    assert_eq!(all(checkpoints, "tr").len(), 1 + book.checkpoints.len());
    let choices = record::choices(session.engine(), book.court("song"));
    let departing = choices.iter().filter(|taken| taken.departs()).count();
    assert!(departing > 0, "the game leaves the record");
    assert_eq!(all(html, "tbody.step").len(), choices.len());
    assert_eq!(all(html, "tbody.departs").len(), departing);
    let maps = all(html, "svg.map");
    assert_eq!(maps.len(), 2);
    // Some towns are told of by the record, most are not, and its map says which.
    assert!(all(maps[0], ".hollow").is_empty());
    let (hollow, places) = (all(maps[1], ".hollow").len(), all(maps[1], ".place").len());
    assert!(hollow > 5 && hollow < places, "{hollow} of {places}");
    assert_eq!(all(html, "svg.timeline").len(), 1);
    // Each letter on the game's line is explained below it.
    let explained = all(html, "ul.signs")
        .into_iter()
        .flat_map(|ul| all(ul, "b"));
    let explained: Vec<String> = explained.map(text).collect();
    let signs = all(html, "text.sign").into_iter().map(text);
    let letters: Vec<String> = signs
        .filter(|s| s.starts_with(|c: char| c.is_ascii_lowercase()))
        .collect();
    assert!(!letters.is_empty());
    for letter in letters {
        assert!(explained.contains(&letter), "{letter}");
    }
    let sources = all(html, "dt").len();
    assert!(sources > 10 && sources == all(html, "dd").len());
    let questions = all(html, "li.question").len();
    assert!((4..=9).contains(&questions), "{questions} questions");
    assert!(
        all(html, "span")
            .iter()
            .any(|n| n.attribute("lang") == Some("zh-Hant"))
    );
}

#[test]
fn the_pupils_sheet_tells_nothing_that_is_to_be_found_out_and_the_key_answers_every_question() {
    let book = book("jingkang.ron");
    let session = played(&book, &["song"], u16::MAX);
    let sheet = as_xml(&page(&session, Sheet::Worksheet, None));
    sound(&sheet);
    let key = as_xml(&page(&session, Sheet::Key, None));
    sound(&key);
    let mut told = 0;
    for taken in record::choices(session.engine(), book.court("song")) {
        let decision = &book.decisions[taken.decision.index()];
        let start: String = decision.outcome.chars().take(40).collect();
        if taken.departs() && !start.contains(['\'', '"', '&']) && !start.is_empty() {
            assert!(
                !sheet.contains(&start),
                "the sheet tells what came of “{}”",
                decision.title
            );
            assert!(
                key.contains(&start),
                "the key does not tell what came of “{}”",
                decision.title
            );
            told += 1;
        }
    }
    assert!(told > 3, "only {told} choices were looked for");
    let (sheet, key) = (parsed(&sheet), parsed(&key));
    let (sheet, key) = (sheet.root_element(), key.root_element());
    assert_eq!(all(sheet, "svg.map").len(), 1);
    for what in [
        ".answer",
        ".verdict",
        ".departs",
        "path.departed",
        ".ring",
        ".hollow",
    ] {
        assert!(all(sheet, what).is_empty(), "{what}");
    }
    let questions = all(key, "li.question");
    assert!(!questions.is_empty() && questions.len() == all(sheet, "li.question").len());
    for question in questions {
        assert!(
            !all(question, ".answer").is_empty(),
            "no answer: {}",
            text(question)
        );
    }
    for question in all(sheet, "li.question") {
        assert_eq!(all(question, ".lines").len(), 1);
    }
    let claims = all(section(key, "exercise").expect("it is there"), "li");
    assert!(claims.len() > 2);
    assert!(
        claims
            .into_iter()
            .all(|claim| all(claim, ".answer").len() == 1)
    );
}

#[test]
fn a_game_that_is_not_over_says_so_and_asks_nothing_too_early() {
    let book = book("jingkang.ron");
    let session = played(&book, &["jin"], 20);
    assert!(session.engine().ended().is_none());
    for sheet in [Sheet::Page, Sheet::Worksheet, Sheet::Key] {
        let xml = as_xml(&page(&session, sheet, None));
        sound(&xml);
        if sheet == Sheet::Page {
            let document = parsed(&xml);
            let open = all(document.root_element(), ".open").len();
            let all_of_them = book.checkpoints.len();
            assert!(
                open > all_of_them / 3 && open < all_of_them,
                "{open} of {all_of_them}"
            );
        }
    }
}

#[test]
fn hostile_names_make_a_correct_page_and_nothing_of_them_acts() {
    let book = book("stage.ron");
    let session = played(&book, &["song"], u16::MAX);
    let many = "𝔘\u{301}🏯江".repeat(2_500);
    let names = [
        "<script>alert(1)</script>",
        "\"><img src=x onerror=alert(1)>",
        "'-->]]></title></style><svg onload=alert(1)>",
        "{{ texts }} {% block %} {# no #}",
        "&lt;b&gt; &#0; &#x202e;",
        "\u{202e}drow eht\u{2066}\u{200f} \u{0}\u{1b}[31m\u{fffe}",
        "\u{200f}\u{202e}",
        many.as_str(),
        "3b \u{5e9}\u{5dc}\u{5d5}\u{5dd} 三年級",
    ];
    let plain = page(&session, Sheet::Page, None);
    let xml = as_xml(&plain);
    let elements = all(parsed(&xml).root_element(), "").len();
    for name in names {
        let page = page(&session, Sheet::Page, Some(name));
        let hidden = |c: char| matches!(c, '\u{0}'..='\u{8}' | '\u{1b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
        assert!(!page.contains(hidden));
        let xml = as_xml(&page);
        sound(&xml);
        let document = parsed(&xml);
        let html = document.root_element();
        let shown: Vec<String> = all(html, "bdi").into_iter().map(text).collect();
        if name.chars().any(char::is_alphanumeric) {
            assert_eq!(shown.len(), 1);
            assert!(
                shown[0].chars().count() <= 121,
                "{}",
                shown[0].chars().count()
            );
            assert!(text(all(html, "title")[0]).starts_with(&shown[0]));
        } else {
            assert!(shown.is_empty(), "{shown:?}");
        }
        // All else is as without a name: it stands in two places, makes two elements and no more.
        assert!(page.len() < plain.len() + 2 * 121 * 8);
        let more = if shown.is_empty() { 0 } else { 2 };
        assert_eq!(all(html, "").len(), elements + more);
    }
}

fn about() -> About {
    About {
        scenario: "stage".to_owned(),
        title: "The <stage>".to_owned(),
        title_zh: "戲臺".to_owned(),
        content: "00ff".to_owned(),
        program: "0".to_owned(),
        seats: vec![Seat {
            court: "song".to_owned(),
            name: "Song".to_owned(),
            policy: "counsel".to_owned(),
        }],
        first_seed: 1,
        games: 40,
        planned: 40,
        label: "in this model, with this policy: Song by counsel".to_owned(),
    }
}

fn share(times: u64, of: u64) -> Share {
    let part = i64::try_from(times * 10_000 / of.max(1)).expect("small");
    Share {
        times,
        of,
        share: Points(part),
        low: Points((part - 900).max(0)),
        high: Points((part + 900).min(10_000)),
    }
}

fn shift(headline: &str, by: i64, verdict: Verdict) -> Shift {
    Shift {
        headline: headline.to_owned(),
        reference: share(10, 40),
        changed: share(20, 40),
        by: Points(by),
        low: Points(by - 400),
        high: Points(by + 400),
        only_reference: 1,
        only_changed: 2,
        unpaired: Points(2_000),
        verdict,
    }
}

fn headlines() -> Vec<Headline> {
    ["falls", "good"]
        .map(|id| Headline {
            id: id.to_owned(),
            title: format!("what {id} & more"),
            kind: HeadlineKind::Falls,
        })
        .into()
}

fn spread() -> Spread {
    let month = |day: &str, half: i64| {
        let five = Quantiles {
            p05: half - 4,
            p25: half - 2,
            p50: half,
            p75: half + 2,
            p95: half + 4,
        };
        Month {
            day: day.to_owned(),
            going: 40,
            places: five,
            treasury: five,
            dead: five,
        }
    };
    let checkpoint =
        |title: &str, held_out: bool, recorded: Recorded, times: u64| CheckpointSpread {
            id: title.to_owned(),
            title: title.to_owned(),
            weight: 3,
            held_out,
            recorded,
            happened: share(times, 40),
            within: share(times / 2, 40),
            days: Vec::new(),
            when: (times > 0).then(|| {
                [
                    "1126-01-01",
                    "1126-01-11",
                    "1126-01-21",
                    "1126-02-01",
                    "1126-03-01",
                ]
                .map(str::to_owned)
            }),
        };
    let between = Recorded::Between {
        from: "1126-01-05".to_owned(),
        until: "1126-02-05".to_owned(),
    };
    Spread {
        about: about(),
        endings: vec![
            EndingSpread {
                id: String::new(),
                title: String::new(),
                good_for: Vec::new(),
                share: share(3, 40),
            },
            EndingSpread {
                id: "kept".to_owned(),
                title: "Kept".to_owned(),
                good_for: vec!["song".to_owned()],
                share: share(37, 40),
            },
        ],
        turns: Quantiles {
            p05: 10,
            p25: 11,
            p50: 12,
            p75: 13,
            p95: 14,
        },
        tuned: Points(8_345),
        held_out: Points(6_701),
        checkpoints: vec![
            checkpoint("the wall held", false, between, 30),
            checkpoint(
                "the gate stood",
                true,
                Recorded::On {
                    day: "1126-02-01".to_owned(),
                },
                12,
            ),
            checkpoint("the river rose", true, Recorded::Never, 0),
        ],
        courts: vec![CourtSpread {
            id: "song".to_owned(),
            name: "Song".to_owned(),
            name_zh: "宋".to_owned(),
            playable: true,
            good: share(37, 40),
            standing: None,
            months: vec![month("1126-01-01", 20), month("1126-02-01", 10)],
        }],
    }
}

fn impact() -> Impact {
    let option = |id: &str, shifts: Vec<Shift>| OptionImpact {
        id: id.to_owned(),
        label: format!("take {id}"),
        documented: shifts.is_empty(),
        open: 40,
        best: 4,
        standing_tenths: 10,
        pairs: 40,
        standing: None,
        shifts,
    };
    let moved = vec![
        shift("falls", -3_210, Verdict::Lowered),
        shift("good", 100, Verdict::Unclear),
    ];
    let still = vec![
        shift("falls", 10, Verdict::DidNotMatter),
        shift("good", 20, Verdict::DidNotMatter),
    ];
    Impact {
        about: about(),
        headlines: headlines(),
        narrow: None,
        decisions: vec![DecisionImpact {
            id: "gate".to_owned(),
            title: "The gate".to_owned(),
            title_zh: "門".to_owned(),
            court: "song".to_owned(),
            court_name: "Song".to_owned(),
            came_up: share(40, 40),
            reference: "shut".to_owned(),
            stopped_early: false,
            options: vec![
                option("shut", Vec::new()),
                option("open", moved),
                option("wait", still),
            ],
        }],
    }
}

#[test]
fn a_studys_page_is_sound_and_labels_every_table() {
    let found = Found {
        spread: Some(spread()),
        impact: Some(impact()),
        ..Found::default()
    };
    let page = study::page(&Texts::default(), &found)
        .expect("it is written")
        .expect("there is something");
    let xml = as_xml(&page);
    sound(&xml);
    let document = parsed(&xml);
    let html = document.root_element();
    for caption in all(html, "caption") {
        let words = text(caption);
        assert!(words.contains("n this model, with this policy"), "{words}");
    }
    let words: String = all(html, "main").into_iter().map(text).collect();
    for what in [
        "83.5",
        "67.0",
        "−32.1 (−36.1 … −28.1)",
        "Take wait",
        "92.5 %",
    ] {
        assert!(words.contains(what), "`{what}` is not on the page");
    }
    assert_eq!(all(html, "svg.chart").len(), 3);
    assert_eq!(
        all(html, "h3").len(),
        3,
        "tuned and held-out apart, and one court"
    );
    let nothing = study::page(&Texts::default(), &Found::default()).expect("it is written");
    assert!(nothing.is_none());
}

#[test]
fn turning_points_stand_on_the_page_where_a_study_found_them() {
    let book = book("stage.ron");
    let session = played(&book, &["song"], u16::MAX);
    let option = |id: &str, chosen: bool| OptionOdds {
        id: id.to_owned(),
        label: format!("take {id}"),
        chosen,
        documented: false,
        odds: Vec::new(),
        standing_tenths: 0,
        shifts: if chosen {
            Vec::new()
        } else {
            vec![
                shift("falls", 2_500, Verdict::Raised),
                shift("good", -900, Verdict::Lowered),
            ]
        },
    };
    let turning = Turning {
        about: about(),
        policy: "counsel".to_owned(),
        seed: 11,
        headlines: headlines(),
        over: true,
        luck: vec![Luck {
            headline: "falls".to_owned(),
            happened: true,
            odds: share(10, 40),
            luck: Points(7_500),
        }],
        standings: Vec::new(),
        points: vec![TurningPoint {
            turn: 1,
            day: "1126-01-11".to_owned(),
            court: "song".to_owned(),
            decision: "gate".to_owned(),
            title: "The gate".to_owned(),
            chose: "shut".to_owned(),
            weight: Points(2_500),
            options: vec![
                option("shut", true),
                option("open", false),
                option("wait", false),
            ],
        }],
    };
    let asked = Asked {
        session: &session,
        name: None,
        sheet: Sheet::Page,
        turning: Some(&turning),
    };
    let xml = as_xml(&debrief::page(&asked).expect("it is written"));
    sound(&xml);
    let document = parsed(&xml);
    let part = section(document.root_element(), "turning").map_or_else(String::new, text);
    for what in [
        "+25.0 (+21.0 … +29.0)",
        "take wait",
        "25.0 %",
        "n this model, with this policy",
    ] {
        assert!(part.contains(what), "`{what}` is not there: {part}");
    }
    let xml = as_xml(&page(&session, Sheet::Page, None));
    assert!(section(parsed(&xml).root_element(), "turning").is_none());
}

#[test]
fn the_command_writes_the_page_and_says_what_is_wrong() {
    let data = tempfile::tempdir().expect("a folder");
    let run = |args: &[&str], typed: &str| {
        use std::io::Write;
        let mut child = Command::new(env!("CARGO_BIN_EXE_rivers"))
            .arg("--data")
            .arg(data.path())
            .args(args)
            .stdin(std::process::Stdio::piped())
            .stdout(std::process::Stdio::piped())
            .stderr(std::process::Stdio::piped())
            .spawn()
            .expect("rivers runs");
        // A command that reads nothing may be gone before.
        let _ = child
            .stdin
            .take()
            .expect("a pipe")
            .write_all(typed.as_bytes());
        let out = child.wait_with_output().expect("it ends");
        let words = |bytes: Vec<u8>| String::from_utf8(bytes).expect("text");
        (out.status.code(), words(out.stdout), words(out.stderr))
    };
    run(
        &["text", "jingkang", "--court", "song", "--seed", "3"],
        "\n1\nend\n2\nend\nquit\n",
    );
    let journals = data.path().join("journals");
    let journal = std::fs::read_dir(&journals)
        .expect("a folder")
        .flatten()
        .next()
        .expect("a journal")
        .path();
    let before = std::fs::read(&journal).expect("it is there");
    let (journal, out) = (
        journal.to_string_lossy(),
        data.path().join("pages/page.html"),
    );
    let out = out.to_string_lossy();
    let (code, said, _) = run(&["report", &journal, "--out", &out], "");
    assert_eq!(code, Some(0), "{said}");
    sound(&as_xml(
        &std::fs::read_to_string(&*out).expect("the page is there"),
    ));
    let (code, sheet, _) = run(&["report", &journal, "--worksheet"], "");
    assert_eq!(code, Some(0));
    sound(&as_xml(&sheet));
    assert_eq!(
        std::fs::read(&*journal).expect("it is there"),
        before,
        "the journal was touched"
    );
    let (code, _, error) = run(&["report", "nowhere.jsonl"], "");
    assert_eq!(code, Some(2), "{error}");
    let (code, _, error) = run(&["report", &journals.to_string_lossy()], "");
    assert_eq!(code, Some(1));
    assert!(error.contains("spread.json"), "{error}");
    let (code, _, error) = run(&["report", &journal, "--turning", "nowhere.json"], "");
    assert_eq!(code, Some(2));
    assert!(error.contains("nowhere.json"), "{error}");
}
