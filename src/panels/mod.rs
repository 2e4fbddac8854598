//! The window's panels, in plain egui: no renderer, no window, no files. Each is one file and one function of what it may see
//! ([`Sight`](sight::Sight) in a game, [`Hall`](start::Hall) around it) that draws itself and adds to a list of
//! [`Intent`](intent::Intent)s; [`Shell`](shell::Shell) puts them together and carries the list out once a frame.
//!
//! * [`shell`] — the screens, the layout for each size of window, and the carrying out
//! * [`strip`], [`rail`] — always there; [`council`], [`orders`], [`treasury`], [`people`], [`treaties`], [`chronicle`], [`codex`],
//!   [`debrief`] — the sheets; [`map`] — the signs over the painted ground
//! * [`overlay`] — slips over everything: [`menu`], [`help`], [`why`], [`ending`], the writer's [`bench`]; [`reveal`] — the record beside a choice; [`hints`];
//!   [`keys`] and, in a small window, [`key_bar`]
//! * [`desks`], [`handover`] — several people at one keyboard: each court's own desk, and the screen between two of them
//! * [`start`] with [`scenario_card`], [`brief`], [`saves`], [`what_if`], [`settings_sheet`], [`message`] — the screens around a game;
//!   [`page`] is what they share
//! * [`lesson`] — a lesson on the wall of a classroom
//! * [`look`], [`widgets`] — the one place for colours, sizes and strokes, and the small parts
//! * [`store`] — the door to the disk, which others open
//!
//! Invariants: a panel changes nothing; every control has a label that a screen reader and a test can find; whatever the mouse
//! does the keyboard does too.

pub mod bench;
pub mod brief;
pub mod chronicle;
pub mod codex;
pub mod council;
pub mod debrief;
pub mod desk;
pub mod desks;
pub mod ending;
pub mod give;
pub mod handover;
pub mod help;
pub mod hints;
pub mod intent;
pub mod key_bar;
pub mod keys;
pub mod layout;
pub mod lesson;
pub mod look;
pub mod looking;
pub mod map;
pub mod menu;
pub mod message;
pub mod orders;
pub mod overlay;
pub mod page;
pub mod people;
pub mod put_down;
pub mod rail;
mod reckoned;
pub mod reveal;
pub mod saves;
pub mod scenario_card;
pub mod settings;
pub mod settings_sheet;
pub mod shell;
pub mod sight;
pub mod start;
pub mod store;
pub mod strip;
pub mod sure;
pub mod treasury;
pub mod treaties;
pub mod what_if;
pub mod why;
pub mod widgets;
pub mod word;
