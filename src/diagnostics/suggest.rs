//! Did you mean: the nearest of the names that would have been right.

/// The name nearest to the one written, when it is near enough to be a slip.
#[must_use]
pub fn nearest<'a>(written: &str, names: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    // Nobody misspells a name into something this long, and the comparison is quadratic.
    if written.len() > 80 {
        return None;
    }
    let lower = written.to_lowercase();
    let room = (written.chars().count() / 3).max(1);
    let mut best: Option<(usize, &str)> = None;
    for name in names {
        let distance = strsim::damerau_levenshtein(&lower, &name.to_lowercase());
        let part = written.len() >= 4 && (name.starts_with(&lower) || name.ends_with(&lower));
        let distance = if part { distance.min(room) } else { distance };
        if distance <= room && best.is_none_or(|(least, _)| distance < least) {
            best = Some((distance, name));
        }
    }
    best.map(|(_, name)| name)
}

/// The same as a help line.
#[must_use]
pub fn did_you_mean<'a>(written: &str, names: impl IntoIterator<Item = &'a str>) -> Option<String> {
    nearest(written, names).map(|name| format!("did you mean `{name}`?"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_are_found_and_strangers_are_not() {
        let names = ["kaifeng", "xunzhou", "taiyuan"];
        assert_eq!(nearest("kaifen", names), Some("kaifeng"));
        assert_eq!(nearest("Taiyaun", names), Some("taiyuan"));
        assert_eq!(nearest("lhasa", names), None);
        assert_eq!(did_you_mean("xunzou", names).as_deref(), Some("did you mean `xunzhou`?"));
    }
}
