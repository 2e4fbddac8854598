//! A file in pieces: comments, texts and signs, for whoever cares where things begin and end and not what they mean.

/// A piece of a file, as far as it matters where things begin and end.
pub(super) enum Piece {
    /// A comment of either kind.
    Comment(std::ops::Range<usize>),
    /// A text in quotes.
    Text(std::ops::Range<usize>),
    /// Anything else that is no blank, byte by byte.
    Sign(usize, u8),
}

/// Goes over a text whose quotes and brackets are known to match.
pub(super) struct Pieces<'t> {
    bytes: &'t [u8],
    at: usize,
    in_word: bool,
}

impl<'t> Pieces<'t> {
    pub(super) const fn of(text: &'t str, from: usize) -> Self {
        Self {
            bytes: text.as_bytes(),
            at: from,
            in_word: false,
        }
    }
    /// The first place from here on at which these bytes stand, or the end.
    fn seek(&self, from: usize, what: &[u8]) -> usize {
        let end = self.bytes.len();
        (from.min(end)..end)
            .find(|at| self.bytes[*at..].starts_with(what))
            .unwrap_or(end)
    }
    /// Where a text ends that may begin here: raw, plain or a character.
    fn text(&self) -> Option<usize> {
        let (start, end) = (self.at, self.bytes.len());
        if self.bytes[start] == b'r' && !self.in_word {
            let hashes = self.bytes[start + 1..]
                .iter()
                .take_while(|b| **b == b'#')
                .count();
            if self.bytes.get(start + 1 + hashes) == Some(&b'"') {
                let mut close = vec![b'"'];
                close.resize(hashes + 1, b'#');
                let at = self.seek(start + 2 + hashes, &close);
                return Some((at + close.len()).min(end));
            }
        }
        match self.bytes[start] {
            b'"' => {
                let mut at = start + 1;
                while at < end && self.bytes[at] != b'"' {
                    at += if self.bytes[at] == b'\\' { 2 } else { 1 };
                }
                Some((at + 1).min(end))
            }
            b'\'' => {
                let from = start
                    + if self.bytes.get(start + 1) == Some(&b'\\') {
                        3
                    } else {
                        2
                    };
                let at = self.seek(from, b"'");
                (at < start + 14).then_some((at + 1).min(end))
            }
            _ => None,
        }
    }
}

impl Iterator for Pieces<'_> {
    type Item = Piece;
    fn next(&mut self) -> Option<Piece> {
        while self.bytes.get(self.at).is_some_and(u8::is_ascii_whitespace) {
            (self.at, self.in_word) = (self.at + 1, false);
        }
        let (start, byte) = (self.at, *self.bytes.get(self.at)?);
        if let Some(end) = self.text() {
            (self.at, self.in_word) = (end, false);
            return Some(Piece::Text(start..end));
        }
        let slashes = self.bytes[start..].starts_with(b"//");
        if slashes || self.bytes[start..].starts_with(b"/*") {
            let end = if slashes {
                self.seek(start, b"\n")
            } else {
                (self.seek(start + 2, b"*/") + 2).min(self.bytes.len())
            };
            (self.at, self.in_word) = (end, false);
            return Some(Piece::Comment(start..end));
        }
        self.in_word = byte.is_ascii_alphanumeric() || byte == b'_' || byte >= 0x80;
        self.at += 1;
        Some(Piece::Sign(start, byte))
    }
}
