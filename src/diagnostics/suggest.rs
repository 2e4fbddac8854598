//! Did you mean: the nearest of the names that would have been right.

/// No more of equally near names are told.
const MOST: usize = 3;

/// The names nearest to the one written, when they are near enough to be a slip: several where they are equally near.
#[must_use]
pub fn nearest_all<'a>(written: &str, names: impl IntoIterator<Item = &'a str>) -> Vec<&'a str> {
    // Nobody misspells a name into something this long, and the comparison is quadratic.
    if written.len() > 80 {
        return Vec::new();
    }
    let lower = written.to_lowercase();
    let mut least = (written.chars().count() / 3).max(1);
    let mut best: Vec<&str> = Vec::new();
    for name in names {
        let distance = strsim::damerau_levenshtein(&lower, &name.to_lowercase());
        let room = (written.chars().count() / 3).max(1);
        let part = written.len() >= 4 && (name.starts_with(&lower) || name.ends_with(&lower));
        let distance = if part { distance.min(room) } else { distance };
        if distance > least || best.contains(&name) {
            continue;
        }
        if distance < least {
            best.clear();
        }
        least = distance;
        best.push(name);
    }
    best.truncate(MOST);
    best
}

/// The name nearest to the one written, when it is near enough to be a slip.
#[must_use]
pub fn nearest<'a>(written: &str, names: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    nearest_all(written, names).first().copied()
}

/// What was probably meant, as a help line that names what is equally near.
#[must_use]
pub fn did_you_mean<'a>(written: &str, names: impl IntoIterator<Item = &'a str>) -> Option<String> {
    let near = nearest_all(written, names);
    let named: Vec<String> = near.iter().map(|name| format!("`{name}`")).collect();
    let (last, before) = named.split_last()?;
    Some(if before.is_empty() {
        format!("did you mean {last}?")
    } else {
        format!("did you mean {} or {last}?", before.join(", "))
    })
}

/// The names there are, nearest first, no more than this many: for whoever wrote one that none is near enough to.
#[must_use]
pub fn by_nearness<'a>(
    written: &str,
    names: impl IntoIterator<Item = &'a str>,
    most: usize,
) -> Vec<&'a str> {
    let lower = written.to_lowercase();
    let mut all: Vec<(usize, &str)> = names
        .into_iter()
        .map(|name| {
            // Names of files and ids are short; of what is long beyond any name its beginning says enough.
            let written: String = lower.chars().take(80).collect();
            let distance = strsim::damerau_levenshtein(&written, &name.to_lowercase());
            (distance, name)
        })
        .collect();
    all.sort();
    all.dedup();
    all.into_iter().take(most).map(|(_, name)| name).collect()
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
        assert_eq!(
            did_you_mean("xunzou", names).as_deref(),
            Some("did you mean `xunzhou`?")
        );
    }

    #[test]
    fn what_is_equally_near_is_named() {
        let names = ["songzhou", "suzhou", "sizhou", "sizhou"];
        assert_eq!(
            did_you_mean("szhou", names).as_deref(),
            Some("did you mean `suzhou` or `sizhou`?")
        );
        let names = ["abc", "abd", "abe", "abf"];
        assert_eq!(
            did_you_mean("ab", names).as_deref(),
            Some("did you mean `abc`, `abd` or `abe`?")
        );
        assert_eq!(did_you_mean("lhasa", names), None);
        assert_eq!(by_nearness("abx", ["zzzz", "abc"], 1), ["abc"]);
    }
}
