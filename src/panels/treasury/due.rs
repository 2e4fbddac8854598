//! What a button that pays says: everything that goes with it, since arrears and the current term are sent together.

use crate::base::ids::DraftId;
use crate::panels::sight::Sight;
use crate::prose::texts::tr;
use crate::prose::{bargain, names};

/// The words on the button that pays what is due under a paper.
pub(in crate::panels) fn pay_words(see: &Sight<'_>, draft: DraftId) -> String {
    let (texts, view) = (see.texts(), see.view());
    tr!(
        texts,
        "treasury-pay",
        draft = names::draft(texts, &view, draft),
        goods = bargain::due(texts, &view, draft).unwrap_or_default()
    )
}
