//! The barest face: one command a line, for pipes and for tests of the journal. The terminal face takes its place.
//!
//! `choose DECISION OPTION` · `order {JSON}` · `undo` · `end [N]` · `show` · `quit`

use std::io::{BufRead, Write};

use super::kept::{Kept, Trouble};
use super::{Failure, Outcome};
use crate::base::ids::CourtId;
use crate::engine::Ask;
use crate::journal::{Asked, JournalError, resolved_ask, written_ask};

/// Plays until the game or the input ends.
pub(super) fn play(game: &mut Kept, input: &mut dyn BufRead, out: &mut dyn Write) -> Outcome {
    let mut line = String::new();
    let mut at = 0;
    show(game, at, out)?;
    loop {
        write!(out, "> ")?;
        out.flush()?;
        line.clear();
        if game.engine.ended().is_some() || input.read_line(&mut line)? == 0 {
            return Ok(writeln!(out)?);
        }
        let court = game.people[at];
        let (verb, rest) = line.trim().split_once(' ').unwrap_or((line.trim(), ""));
        match verb {
            "" => {}
            "quit" => return Ok(()),
            "show" => show(game, at, out)?,
            "undo" if kept(game.undo(court))? => writeln!(out, "taken back")?,
            "undo" => writeln!(out, "there is nothing to take back in this turn")?,
            "choose" | "order" => match parse(verb, rest) {
                Some(asked) => ask(game, court, &asked, out)?,
                None => writeln!(out, "write `choose DECISION OPTION` or `order {{JSON}}`")?,
            },
            "end" => {
                for _ in 0..rest.trim().parse::<u16>().unwrap_or(1) {
                    at = (at + 1) % game.people.len();
                    if at == 0 {
                        kept(game.end_turn())?;
                    }
                }
                show(game, at, out)?;
            }
            _ => writeln!(out, "there is no `{verb}`; there is choose, order, undo, end, show, quit")?,
        }
    }
}

fn parse(verb: &str, rest: &str) -> Option<Asked> {
    if verb == "order" {
        return serde_json::from_str(rest).ok().map(Asked::Order);
    }
    let (decision, option) = rest.trim().split_once(' ')?;
    Some(Asked::Choose { decision: decision.to_owned(), option: option.trim().to_owned() })
}

fn kept<T>(result: Result<T, JournalError>) -> Result<T, Failure> {
    result.map_err(|error| Failure::Wrong(error.to_string()))
}

fn ask(game: &mut Kept, court: CourtId, asked: &Asked, out: &mut dyn Write) -> Outcome {
    let book = game.engine.book().clone();
    let ask = match resolved_ask(&book.courts[court.index()].id, asked, &book) {
        Ok((_, ask)) => ask,
        Err(unknown) => return Ok(writeln!(out, "{unknown}")?),
    };
    match game.ask(court, &ask) {
        Ok(()) => Ok(writeln!(out, "done")?),
        Err(Trouble::Refused(refusal)) => Ok(writeln!(out, "refused: {refusal:?}")?),
        Err(Trouble::Journal(error)) => kept(Err(error)),
    }
}

fn show(game: &Kept, at: usize, out: &mut dyn Write) -> Outcome {
    let (engine, court) = (&game.engine, game.people[at]);
    let book = engine.book();
    writeln!(out, "{}, turn {}, {}", engine.day(), engine.turn().0, book.courts[court.index()].name)?;
    let view = engine.view(court);
    for decision in view.pending() {
        let matter = &book.decisions[decision.index()];
        let open = (0..matter.options.len()).map(crate::base::ids::OptionId::of).filter(|o| view.may_choose(decision, *o).is_ok());
        let options: Vec<&str> = open.map(|o| matter.options[o.index()].id.as_str()).collect();
        writeln!(out, "{} ({}): {}", matter.title, matter.id, options.join(", "))?;
    }
    for (by, ask) in game.standing.iter().filter(|(by, _)| *by == court) {
        writeln!(out, "{}: {:?}", book.courts[by.index()].id, written_ask(ask, book))?;
    }
    if let Some(ending) = engine.ended() {
        writeln!(out, "{}", book.endings[ending.index()].title)?;
    }
    Ok(())
}
