//! Plain tables for a terminal: columns as wide as what is in them, by display width.

use unicode_width::UnicodeWidthStr;

/// How a column stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    /// Against the left.
    Left,
    /// Against the right, as numbers.
    Right,
}

/// Rows, the first of them headings, as text; two spaces between columns and none at the end of a line.
pub(super) fn table(sides: &[Side], rows: &[Vec<String>]) -> String {
    let widths: Vec<usize> =
        (0..sides.len()).map(|i| rows.iter().filter_map(|row| row.get(i)).map(|cell| cell.width()).max().unwrap_or(0)).collect();
    let mut out = String::new();
    for row in rows {
        let mut line = String::new();
        for ((cell, width), side) in row.iter().zip(&widths).zip(sides) {
            let pad = " ".repeat(width - cell.width());
            let (before, after) = if *side == Side::Left { ("", pad.as_str()) } else { (pad.as_str(), "") };
            line.push_str(&format!("{before}{cell}{after}  "));
        }
        out.push_str(line.trim_end());
        out.push('\n');
    }
    out
}

/// A share in percent with one decimal, from permille.
pub(super) fn percent(permille: u64) -> String {
    format!("{}.{} %", permille / 10, permille % 10)
}

/// A part of a whole in permille; of nothing, none.
pub(super) const fn permille(part: usize, whole: usize) -> u64 {
    if whole == 0 { 0 } else { (part * 1000 / whole) as u64 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_line_up_under_chinese_too() {
        let row = |a: &str, b: &str| vec![a.to_owned(), b.to_owned()];
        let text = table(&[Side::Left, Side::Right], &[row("what", "n"), row("靖康", "10")]);
        assert_eq!(text, "what   n\n靖康  10\n");
        assert_eq!((percent(805), permille(1, 3), permille(1, 0)), ("80.5 %".to_owned(), 333, 0));
    }
}
