//! What studies came to, in tables: for a terminal, and one row a thing for other programs.

use serde::Serialize;

use super::super::table::{Side, table};
use crate::study::advisors::Voices;
use crate::study::impact::Impacts;
use crate::study::quarrels::Quarrelling;
use crate::study::results::{
    About, Advisors, Compared, Headline, Impact, Mean, Points, Quantiles, Quarrels, Recorded,
    Share, Shift, Spread, Turning, Verdict,
};
use crate::study::run::Study;
use crate::study::spread::Spreading;
use crate::study::turning::Turnings;

/// A study that can be told.
pub(super) trait Told: Study {
    /// What it comes to.
    type Result: Serialize;

    /// The columns of the table of its games; none if it leaves none.
    fn columns(&self) -> Vec<String>;
    /// What its seeds are.
    fn unit(&self) -> &'static str {
        "games"
    }
    /// What it came to.
    fn told(&self, about: About, sums: &Self::Sums) -> Self::Result;
    /// That as text.
    fn text(&self, result: &Self::Result) -> String;
    /// And as tables with a head each, for other programs.
    fn tables(&self, result: &Self::Result) -> Vec<(&'static str, Vec<Vec<String>>)>;
}

type Rows = Vec<Vec<String>>;

fn head(names: &[&str]) -> Vec<String> {
    names.iter().map(|name| (*name).to_owned()).collect()
}

/// A share in percent with one decimal.
pub(super) fn percent(points: Points) -> String {
    let tenths = points.tenths();
    let sign = if tenths < 0 { "\u{2212}" } else { "" };
    format!("{sign}{}.{} %", tenths.abs() / 10, tenths.abs() % 10)
}

/// A shift in points of a hundred, with its sign.
pub(super) fn points(points: Points) -> String {
    signed(points.tenths())
}

/// Tenths, with their sign.
fn signed(tenths: i64) -> String {
    let sign = if tenths < 0 { "\u{2212}" } else { "+" };
    format!("{sign}{}.{}", tenths.abs() / 10, tenths.abs() % 10)
}

/// Tenths, with a sign where they are less than nought.
pub(super) fn decimal(tenths: i64) -> String {
    let sign = if tenths < 0 { "\u{2212}" } else { "" };
    format!("{sign}{}.{}", tenths.abs() / 10, tenths.abs() % 10)
}

/// A shift with its interval: `−18.0 (−22.0 … −14.0)`.
pub(super) fn shifted(shift: &Shift) -> String {
    format!(
        "{} ({} … {})",
        points(shift.by),
        points(shift.low),
        points(shift.high)
    )
}

/// What a study is of: the title over its table.
fn title(about: &About, what: &str) -> String {
    let of = if about.games < about.planned {
        format!(" of {}", about.planned)
    } else {
        String::new()
    };
    let last = about.first_seed + about.games.max(1) - 1;
    format!(
        "{}: {what}; {}{of} games, seeds {} to {last}\n{}\n\n",
        about.title, about.games, about.first_seed, about.label
    )
}

/// The words for a shift: what it did, in points.
fn verdict(shift: &Shift, headlines: &[Headline]) -> String {
    let what = headlines.iter().find(|h| h.id == shift.headline);
    let what = what.map_or(shift.headline.as_str(), |h| h.title.as_str());
    match shift.verdict {
        Verdict::Raised | Verdict::Lowered => format!(
            "moved “{what}” by {} points ({} … {})",
            points(shift.by),
            points(shift.low),
            points(shift.high)
        ),
        Verdict::DidNotMatter => format!("did not matter to “{what}”"),
        Verdict::Unclear => format!("may have moved “{what}”: {}", shifted(shift)),
    }
}

/// What shifts come to: those that are sure, each by itself and the greatest first, and how many of the others are nought and how many unclear.
fn verdicts(shifts: &[Shift], headlines: &[Headline]) -> Vec<String> {
    let of = |verdict| shifts.iter().filter(move |s| s.verdict == verdict);
    let mut sure: Vec<&Shift> = of(Verdict::Raised).chain(of(Verdict::Lowered)).collect();
    sure.sort_by_key(|shift| -shift.by.0.abs());
    let mut out: Vec<String> = sure.iter().map(|shift| verdict(shift, headlines)).collect();
    let (none, unclear) = (
        of(Verdict::DidNotMatter).count(),
        of(Verdict::Unclear).count(),
    );
    let other = if sure.is_empty() { "" } else { "other " };
    if none == shifts.len() {
        out.push("did not matter to anything".to_owned());
    } else if none > 0 {
        out.push(format!(
            "did not matter to {none} {other}outcome{}",
            plural(none)
        ));
    }
    if unclear > 0 {
        out.push(format!(
            "too few games to say of {unclear} outcome{}",
            plural(unclear)
        ));
    }
    out
}

const fn plural(n: usize) -> &'static str {
    if n == 1 { "" } else { "s" }
}

/// What to keep in mind where many intervals stand together.
fn many(intervals: usize) -> String {
    format!(
        "each interval holds the true shift nineteen times in twenty: of these {intervals}, expect {} that do not\n\n",
        intervals / 20
    )
}

/// A shift as cells for other programs, in ten-thousandths.
const SHIFT: [&str; 14] = [
    "outcome",
    "pairs",
    "reference",
    "reference_low",
    "reference_high",
    "changed",
    "changed_low",
    "changed_high",
    "shift",
    "shift_low",
    "shift_high",
    "only_reference",
    "only_changed",
    "verdict",
];

fn shift_cells(shift: &Shift) -> Vec<String> {
    let share = |share: &Share| [share.share.0, share.low.0, share.high.0].map(|n| n.to_string());
    let word = match shift.verdict {
        Verdict::Raised => "raised",
        Verdict::Lowered => "lowered",
        Verdict::DidNotMatter => "did_not_matter",
        Verdict::Unclear => "unclear",
    };
    let mut cells = vec![shift.headline.clone(), shift.reference.of.to_string()];
    cells.extend(share(&shift.reference));
    cells.extend(share(&shift.changed));
    cells.extend([shift.by.0, shift.low.0, shift.high.0].map(|n| n.to_string()));
    cells.extend([shift.only_reference, shift.only_changed].map(|n| n.to_string()));
    cells.push(word.to_owned());
    cells
}

fn share_cells(share: &Share) -> Vec<String> {
    let own = [share.times, share.of].map(|n| n.to_string());
    let points = [share.share, share.low, share.high].map(|p| p.0.to_string());
    own.into_iter().chain(points).collect()
}

fn with(mut own: Vec<String>, more: Vec<String>) -> Vec<String> {
    own.extend(more);
    own
}

fn quantile_cells(q: &Quantiles) -> Vec<String> {
    [q.p05, q.p25, q.p50, q.p75, q.p95]
        .map(|n| n.to_string())
        .to_vec()
}

impl Told for Spreading {
    type Result = Spread;

    fn columns(&self) -> Vec<String> {
        Self::columns(self)
    }
    fn told(&self, about: About, sums: &Self::Sums) -> Spread {
        Self::told(self, about, sums)
    }
    fn text(&self, spread: &Spread) -> String {
        let mut out = title(&spread.about, "what comes of it");
        for (name, held, share) in [
            ("tuned", false, spread.tuned),
            ("held out", true, spread.held_out),
        ] {
            let count = spread
                .checkpoints
                .iter()
                .filter(|c| c.held_out == held)
                .count();
            out.push_str(&format!(
                "{name:<9} {:>7} of {count} checkpoints by weight inside their recorded range\n",
                percent(share)
            ));
        }
        for (held, name) in [(false, "checkpoint, tuned"), (true, "checkpoint, held out")] {
            let mut rows = vec![head(&[
                name,
                "weight",
                "recorded",
                "half by",
                "nine in ten",
                "happened",
                "as recorded",
            ])];
            for c in spread.checkpoints.iter().filter(|c| c.held_out == held) {
                let when = |n: usize| c.when.as_ref().map_or("-", |days| days[n].as_str());
                rows.push(vec![
                    c.id.clone(),
                    c.weight.to_string(),
                    recorded(&c.recorded),
                    when(2).to_owned(),
                    c.when
                        .as_ref()
                        .map_or_else(|| "-".to_owned(), |_| format!("{}..{}", when(0), when(4))),
                    percent(c.happened.share),
                    percent(c.within.share),
                ]);
            }
            let sides = [
                Side::Left,
                Side::Right,
                Side::Left,
                Side::Left,
                Side::Left,
                Side::Right,
                Side::Right,
            ];
            out.push_str(&format!("\n{}", table(&sides, &rows)));
        }
        let mut rows = vec![head(&["ending", "games", "share", "interval", "good for"])];
        for ending in &spread.endings {
            rows.push(vec![
                if ending.id.is_empty() {
                    "(none)".to_owned()
                } else {
                    ending.id.clone()
                },
                ending.share.times.to_string(),
                percent(ending.share.share),
                format!(
                    "{} to {}",
                    percent(ending.share.low),
                    percent(ending.share.high)
                ),
                ending.good_for.join(", "),
            ]);
        }
        let sides = [
            Side::Left,
            Side::Right,
            Side::Right,
            Side::Right,
            Side::Left,
        ];
        out.push_str(&format!("\n{}", table(&sides, &rows)));
        let mut rows = vec![head(&[
            "court",
            "good end",
            "standing",
            "half (nine in ten)",
            "places at the end",
            "treasury, taels",
            "dead",
        ])];
        let range = |q: &Quantiles| format!("{} ({} to {})", q.p50, q.p05, q.p95);
        for court in &spread.courts {
            let last = court.months.last();
            let at_end = |of: fn(&crate::study::results::Month) -> &Quantiles| {
                last.map_or_else(String::new, |month| range(of(month)))
            };
            let standing = court.standing.as_ref();
            rows.push(vec![
                court.name.clone(),
                if court.playable {
                    percent(court.good.share)
                } else {
                    String::new()
                },
                standing.map_or_else(String::new, |s| decimal(s.mean_tenths)),
                standing.map_or_else(String::new, |s| range(&s.quantiles)),
                at_end(|m| &m.places),
                at_end(|m| &m.treasury),
                at_end(|m| &m.dead),
            ]);
        }
        let sides = [
            Side::Left,
            Side::Right,
            Side::Right,
            Side::Right,
            Side::Right,
            Side::Right,
            Side::Right,
        ];
        out.push_str(&format!("\n{}", table(&sides, &rows)));
        out
    }
    fn tables(&self, spread: &Spread) -> Vec<(&'static str, Rows)> {
        const SHARE: [&str; 5] = ["times", "games", "share", "low", "high"];
        let mut endings = vec![with(head(&["ending"]), head(&SHARE))];
        endings.extend(
            spread
                .endings
                .iter()
                .map(|e| with(vec![e.id.clone()], share_cells(&e.share))),
        );
        let mut checkpoints = vec![with(
            head(&[
                "checkpoint",
                "weight",
                "held_out",
                "recorded",
                "happened",
                "as_recorded",
            ]),
            head(&["when_p05", "when_p25", "when_p50", "when_p75", "when_p95"]),
        )];
        for c in &spread.checkpoints {
            let own = vec![
                c.id.clone(),
                c.weight.to_string(),
                c.held_out.to_string(),
                recorded(&c.recorded),
                c.happened.share.0.to_string(),
                c.within.share.0.to_string(),
            ];
            checkpoints.push(with(own, c.when.clone().unwrap_or_default().to_vec()));
        }
        let mut months = vec![head(&[
            "court", "day", "going", "what", "p05", "p25", "p50", "p75", "p95",
        ])];
        for court in &spread.courts {
            for month in &court.months {
                for (what, q) in [
                    ("places", &month.places),
                    ("treasury", &month.treasury),
                    ("dead", &month.dead),
                ] {
                    let own = [
                        court.id.clone(),
                        month.day.clone(),
                        month.going.to_string(),
                        what.to_owned(),
                    ];
                    months.push(with(own.to_vec(), quantile_cells(q)));
                }
            }
        }
        vec![
            ("endings", endings),
            ("checkpoints", checkpoints),
            ("months", months),
        ]
    }
}

fn recorded(recorded: &Recorded) -> String {
    match recorded {
        Recorded::Between { from, until } => format!("{from}..{until}"),
        Recorded::On { day } => format!("on {day}"),
        Recorded::Never => "never".to_owned(),
    }
}

impl Told for Impacts {
    type Result = Impact;

    fn columns(&self) -> Vec<String> {
        Self::columns(self)
    }
    fn told(&self, about: About, sums: &Self::Sums) -> Impact {
        Self::told(self, about, sums)
    }
    fn text(&self, impact: &Impact) -> String {
        let mut out = title(
            &impact.about,
            "what each option changes, with the same luck",
        );
        let options = impact
            .decisions
            .iter()
            .flat_map(|decision| &decision.options);
        out.push_str(&many(options.map(|option| option.shifts.len()).sum()));
        for decision in &impact.decisions {
            let reference = decision.options.iter().find(|o| o.id == decision.reference);
            let early = if decision.stopped_early {
                "; its intervals are narrow, and no more games were asked"
            } else {
                ""
            };
            out.push_str(&format!(
                "{} · {} ({})\n  came up in {} of {} games{early}\n  against {}\n",
                decision.id,
                decision.title,
                decision.court_name,
                decision.came_up.times,
                decision.came_up.of,
                reference.map_or_else(
                    || format!("{}, which was not open", decision.reference),
                    |o| format!("{} · {}", o.id, o.label)
                ),
            ));
            for option in decision
                .options
                .iter()
                .filter(|o| o.id != decision.reference)
            {
                out.push_str(&format!(
                    "  {} · {}: {} pairs\n",
                    option.id, option.label, option.pairs
                ));
                if let Some(mean) = &option.standing {
                    out.push_str(&format!(
                        "    its court’s standing in the end: {} points ({} … {})\n",
                        signed(mean.by),
                        signed(mean.low),
                        signed(mean.high)
                    ));
                }
                if option.pairs > 0 {
                    for line in verdicts(&option.shifts, &impact.headlines) {
                        out.push_str(&format!("    {line}\n"));
                    }
                }
            }
            out.push('\n');
        }
        if let [decision] = impact.decisions.as_slice() {
            out.push_str(&common_luck(decision, &impact.headlines));
        }
        out
    }
    fn tables(&self, impact: &Impact) -> Vec<(&'static str, Rows)> {
        let mut shifts = vec![with(head(&["decision", "option", "against"]), head(&SHIFT))];
        let own = head(&[
            "decision",
            "option",
            "documented",
            "open",
            "alone_best",
            "standing_tenths",
        ]);
        let mut options = vec![with(
            own,
            head(&["better_tenths", "better_low", "better_high"]),
        )];
        for decision in &impact.decisions {
            for option in &decision.options {
                let Mean { by, low, high, .. } = option.standing.unwrap_or_default();
                options.push(vec![
                    decision.id.clone(),
                    option.id.clone(),
                    option.documented.to_string(),
                    option.open.to_string(),
                    option.best.to_string(),
                    option.standing_tenths.to_string(),
                    by.to_string(),
                    low.to_string(),
                    high.to_string(),
                ]);
                for shift in &option.shifts {
                    let own = [&decision.id, &option.id, &decision.reference].map(Clone::clone);
                    shifts.push(with(own.to_vec(), shift_cells(shift)));
                }
            }
        }
        vec![("shifts", shifts), ("options", options)]
    }
}

/// What common luck saves: the interval from the pairs beside that of as many games with luck of their own.
fn common_luck(decision: &crate::study::results::DecisionImpact, headlines: &[Headline]) -> String {
    let mut rows = vec![head(&[
        "option",
        "outcome",
        "shift",
        "interval, same luck",
        "with other luck",
        "wider",
    ])];
    for option in &decision.options {
        for shift in &option.shifts {
            let half = (shift.high.0 - shift.low.0).max(1);
            let wider = shift.unpaired.0 * 20 / half;
            // What never happens, or always, is the same with any luck.
            if [shift.reference.times, shift.changed.times]
                .iter()
                .all(|n| [0, shift.reference.of].contains(n))
            {
                continue;
            }
            let what = headlines.iter().find(|h| h.id == shift.headline);
            rows.push(vec![
                option.id.clone(),
                what.map_or_else(String::new, |h| h.title.clone()),
                points(shift.by),
                format!("±{}", decimal(Points(half / 2).tenths())),
                format!("±{}", decimal(shift.unpaired.tenths())),
                format!("{}.{}×", wider / 10, wider % 10),
            ]);
        }
    }
    let sides = [
        Side::Left,
        Side::Left,
        Side::Right,
        Side::Right,
        Side::Right,
        Side::Right,
    ];
    table(&sides, &rows)
}

impl Told for Quarrelling {
    type Result = Quarrels;

    fn columns(&self) -> Vec<String> {
        Self::columns(self)
    }
    fn told(&self, about: About, sums: &Self::Sums) -> Quarrels {
        Self::told(self, about, sums)
    }
    fn text(&self, quarrels: &Quarrels) -> String {
        let mut out = title(&quarrels.about, "which of the sources' quarrels matter");
        let others = quarrels
            .disputes
            .iter()
            .flat_map(|d| d.others.iter().map(|(_, c)| c));
        let profiles = quarrels.profiles.iter().map(|profile| &profile.compared);
        let all = others.chain(profiles).chain(&quarrels.drawn);
        out.push_str(&many(all.map(|compared| compared.shifts.len()).sum()));
        let mut compare = |name: String, compared: &Compared| {
            out.push_str(&format!("{name}\n"));
            for line in verdicts(&compared.shifts, &quarrels.headlines) {
                out.push_str(&format!("    {line}\n"));
            }
        };
        for dispute in &quarrels.disputes {
            for (reading, compared) in &dispute.others {
                compare(
                    format!(
                        "{}: {} ({}) and not {} ({})",
                        dispute.title,
                        reading.value,
                        reading.label,
                        dispute.taken.value,
                        dispute.taken.label
                    ),
                    compared,
                );
            }
        }
        for profile in &quarrels.profiles {
            let numbers: Vec<String> = profile
                .numbers
                .iter()
                .map(|(id, n)| format!("{id} {n}"))
                .collect();
            compare(
                format!(
                    "every number as {} has it: {}",
                    profile.title,
                    numbers.join(", ")
                ),
                &profile.compared,
            );
        }
        if let Some(drawn) = &quarrels.drawn {
            compare("every number drawn from its readings".to_owned(), drawn);
        }
        if quarrels.disputes.is_empty() {
            out.push_str("no number of this scenario is disputed\n");
        }
        out
    }
    fn tables(&self, quarrels: &Quarrels) -> Vec<(&'static str, Rows)> {
        let mut rows = vec![with(head(&["readings", "kind"]), head(&SHIFT))];
        let mut add = |name: String, kind: &str, compared: &Compared| {
            for shift in &compared.shifts {
                rows.push(with(
                    vec![name.clone(), kind.to_owned()],
                    shift_cells(shift),
                ));
            }
        };
        for dispute in &quarrels.disputes {
            for (reading, compared) in &dispute.others {
                add(format!("{}={}", dispute.id, reading.value), "one", compared);
            }
        }
        for profile in &quarrels.profiles {
            add(profile.source.clone(), "source", &profile.compared);
        }
        if let Some(drawn) = &quarrels.drawn {
            add("drawn".to_owned(), "drawn", drawn);
        }
        vec![("shifts", rows)]
    }
}

impl Told for Voices {
    type Result = Advisors;

    fn columns(&self) -> Vec<String> {
        Vec::new()
    }
    fn told(&self, about: About, sums: &Self::Sums) -> Advisors {
        Self::told(self, about, sums)
    }
    fn text(&self, advisors: &Advisors) -> String {
        let mut out = title(
            &advisors.about,
            "how often what an advisor expected came true",
        );
        let told = |share: &Share| {
            if share.of == 0 {
                ["-".to_owned(), String::new()]
            } else {
                [
                    percent(share.share),
                    format!("{} of {}", share.times, share.of),
                ]
            }
        };
        let heads = ["", "advice taken", "", "not taken", ""];
        let sides = [
            Side::Left,
            Side::Right,
            Side::Right,
            Side::Right,
            Side::Right,
        ];
        let mut rows = vec![head(&heads)];
        for speaker in &advisors.speakers {
            let mut row = vec![speaker.name.clone()];
            row.extend(told(&speaker.taken));
            row.extend(told(&speaker.not_taken));
            rows.push(row);
        }
        out.push_str(&table(&sides, &rows));
        let mut rows = vec![head(&heads)];
        for voice in &advisors.voices {
            let mut row = vec![format!(
                "{}: {}, for {}",
                voice.decision, voice.name, voice.option
            )];
            row.extend(told(&voice.taken));
            row.extend(told(&voice.not_taken));
            rows.push(row);
        }
        out.push_str(&format!("\n{}", table(&sides, &rows)));
        out
    }
    fn tables(&self, advisors: &Advisors) -> Vec<(&'static str, Rows)> {
        let mut rows = vec![head(&[
            "decision",
            "speaker",
            "option",
            "by",
            "taken_true",
            "taken",
            "not_taken_true",
            "not_taken",
        ])];
        rows.extend(advisors.voices.iter().map(|v| {
            let own = [&v.decision, &v.who, &v.option, &v.by].map(Clone::clone);
            let counts = [v.taken.times, v.taken.of, v.not_taken.times, v.not_taken.of];
            with(own.to_vec(), counts.map(|n| n.to_string()).to_vec())
        }));
        vec![("voices", rows)]
    }
}

impl Told for Turnings<'_> {
    type Result = Turning;

    fn columns(&self) -> Vec<String> {
        Vec::new()
    }
    fn unit(&self) -> &'static str {
        "draws of luck"
    }
    fn told(&self, about: About, sums: &Self::Sums) -> Turning {
        Self::told(self, about, sums)
    }
    fn text(&self, turning: &Turning) -> String {
        let about = &turning.about;
        let mut out = format!(
            "{}, seed {}: its turning points, {} draws of luck from each\n{}\n\n",
            about.title, turning.seed, about.games, about.label
        );
        let options = turning.points.iter().flat_map(|point| &point.options);
        out.push_str(&many(options.map(|option| option.shifts.len()).sum()));
        for point in &turning.points {
            out.push_str(&format!(
                "{} · {} · {}, turn {}\n",
                point.day,
                point.decision,
                point.title,
                point.turn + 1
            ));
            let chosen = point.options.iter().find(|o| o.chosen);
            out.push_str(&format!(
                "  chosen: {} · {}\n",
                point.chose,
                chosen.map_or("", |o| &o.label)
            ));
            for option in point.options.iter().filter(|o| !o.chosen) {
                out.push_str(&format!("  {} · {} would have\n", option.id, option.label));
                for line in verdicts(&option.shifts, &turning.headlines) {
                    out.push_str(&format!("    {line}\n"));
                }
            }
        }
        if turning.points.is_empty() {
            out.push_str("no matter of this game was answered by a person\n");
        }
        if !turning.over {
            out.push_str("\nthe game is not over, and cannot be laid beside its odds yet\n");
            return out;
        }
        out.push_str(
            "\nthe game beside its own odds: the same answers and orders, with other luck\n\n",
        );
        let mut rows = vec![head(&["outcome", "came about", "odds", "interval", "luck"])];
        for (luck, headline) in turning.luck.iter().zip(&turning.headlines) {
            if luck.odds.times == 0 && !luck.happened {
                continue;
            }
            rows.push(vec![
                headline.title.clone(),
                if luck.happened { "yes" } else { "no" }.to_owned(),
                percent(luck.odds.share),
                format!("{} to {}", percent(luck.odds.low), percent(luck.odds.high)),
                points(luck.luck),
            ]);
        }
        let sides = [
            Side::Left,
            Side::Left,
            Side::Right,
            Side::Right,
            Side::Right,
        ];
        out.push_str(&table(&sides, &rows));
        for standing in &turning.standings {
            out.push_str(&format!(
                "\n{} stands at {}; with other luck at {} (nine in ten: {} to {}), and worse than here in {} of the games\n",
                standing.name,
                standing.points,
                standing.others.p50,
                standing.others.p05,
                standing.others.p95,
                percent(standing.better_than)
            ));
        }
        out
    }
    fn tables(&self, turning: &Turning) -> Vec<(&'static str, Rows)> {
        let mut rows = vec![with(
            head(&["turn", "day", "decision", "chose", "option"]),
            head(&SHIFT),
        )];
        for point in &turning.points {
            for option in &point.options {
                for shift in &option.shifts {
                    let own = vec![
                        point.turn.to_string(),
                        point.day.clone(),
                        point.decision.clone(),
                        point.chose.clone(),
                        option.id.clone(),
                    ];
                    rows.push(with(own, shift_cells(shift)));
                }
            }
        }
        vec![("shifts", rows)]
    }
}
