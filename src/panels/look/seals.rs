//! Seals as the window shows them: which characters, in which colours, made once for each name and size.

use ab_glyph::FontRef;
use egui::{Context, TextureHandle};

use super::pictures::{Shown, picture};
use super::{Holder, Look, faces};
use crate::painting::Picture;
use crate::painting::seal::{Seal, seal};

/// Surnames that a seal or flag leaves out, since the bearer was called by his own name.
const LEFT_OUT: [&str; 4] = ["完顏", "耶律", "夾谷", "蒲察"];

/// The characters a seal shows: of a name as written, the part that was used, at most four of them.
#[must_use]
pub fn characters(zh: &str) -> String {
    let last = zh.split_whitespace().last().unwrap_or_default();
    let used = LEFT_OUT
        .iter()
        .find_map(|surname| last.strip_prefix(surname))
        .filter(|rest| !rest.is_empty() && last.chars().count() > 3)
        .unwrap_or(last);
    used.chars().filter(|c| *c > '\u{2e7f}').take(4).collect()
}

/// The character on a commander's flag: the surname; of a Jin commander, the first character of the name used.
#[must_use]
pub fn flag_character(zh: &str) -> Option<char> {
    let last = zh.split_whitespace().last()?;
    LEFT_OUT
        .iter()
        .find_map(|surname| last.strip_prefix(surname))
        .filter(|rest| !rest.is_empty())
        .unwrap_or(last)
        .chars()
        .find(|c| *c > '\u{2e7f}')
}

/// The seal of a name as a texture, this many pixels on a side.
pub fn texture(ctx: &Context, look: &Look, zh: &str, holder: Holder, side: u32) -> TextureHandle {
    let zh = characters(zh);
    let shown = Shown::Seal(look.theme, zh.clone(), holder, side);
    picture(ctx, &shown, || {
        let ink = &look.ink;
        let rgb = |c: egui::Color32| [c.r(), c.g(), c.b()];
        let (paste, paper) = match holder {
            Holder::Song => (ink.seal, ink.seal_paper),
            _ if holder.solid() => (holder.colour(ink), ink.on_seal),
            _ => (holder.colour(ink), ink.paper),
        };
        let made = Seal {
            zh: &zh,
            solid: holder.solid(),
            paste: rgb(paste),
            paper: rgb(paper),
            side,
        };
        FontRef::try_from_slice(faces::SERIF_ZH_BOLD).map_or_else(
            |_| Picture {
                width: 1,
                height: 1,
                rgba: vec![0; 4],
            },
            |face| seal(&made, &face),
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_part_of_a_name_that_was_used() {
        assert_eq!(characters("李綱"), "李綱");
        assert_eq!(characters("宋欽宗 趙桓"), "趙桓");
        assert_eq!(characters("完顏宗翰"), "宗翰");
        assert_eq!(flag_character("完顏宗翰"), Some('宗'));
        assert_eq!(flag_character("种師道"), Some('种'));
        assert_eq!(flag_character(""), None);
    }
}
