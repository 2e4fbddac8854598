//! What a writer has said to be right as it stands, in the file or in a baseline.

use super::{Page, page};
use crate::diagnostics::Severity::{Tip, Warning};

pub(super) const PAGES: &[Page] = &[
    page(
        Warning,
        "allow-without-reason",
        "an allow without its reason",
        "`// allow(key): reason` stands on the line before a thing, which it then covers whole, or at the end of a line. This one has no reason, or is not written so.",
        "Whoever reads the file next has to know why. It silences nothing until it has its reason.",
        "// allow(option-changes-nothing)\n",
        "// allow(option-changes-nothing): nobody outside the room hears of the refusal\n",
    ),
    page(
        Warning,
        "allow-unknown-key",
        "an allow of a key that there is not",
        "No message has that key.",
        "It silences nothing. The keys stand in square brackets in every message; `rivers check --explain` lists them.",
        "// allow(option-change-nothing): nobody hears of it",
        "// allow(option-changes-nothing): nobody hears of it",
    ),
    page(
        Warning,
        "allow-of-error",
        "an error cannot be allowed",
        "The key belongs to an error, and a file with an error does not load.",
        "Nothing would be gained: the game refuses the file. Mend the mistake.",
        "// allow(unknown-id): he is not in the tables\n",
        "// he is not in the tables\n",
    ),
    page(
        Warning,
        "allow-unused",
        "an allow that silences nothing",
        "Nothing of that key is said of what it covers.",
        "The mistake was mended, or the comment stands before another thing than was meant. Delete it, or move it. In tables that several scenarios share this is not told, since another scenario may need it.",
        "// allow(brief-length): short on purpose\n",
        "// short on purpose\n",
    ),
    page(
        Tip,
        "baseline-unneeded",
        "the baseline keeps what is no longer said",
        "`--baseline FILE` names a list of warnings that are known and are not told again. A line of that list stands for a warning that is gone.",
        "Delete the line, so that the same mistake is told again if it comes back.",
        "",
        "",
    ),
];
