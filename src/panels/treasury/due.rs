//! What a button that pays says: everything that goes with it, since arrears and the current term are sent together.

use crate::base::ids::DraftId;
use crate::panels::sight::Sight;
use crate::prose::names;
use crate::prose::numbers::{GOODS, goods_list};
use crate::prose::texts::tr;
use crate::scenario::language::Good;

/// The words on the button that pays what is due under a paper.
pub(in crate::panels) fn pay_words(see: &Sight<'_>, draft: DraftId) -> String {
    let (texts, view) = (see.texts(), see.view());
    let mut sums = [0; GOODS.len()];
    for (_, good, left) in view.owed(draft) {
        sums[good as usize] += left;
    }
    let goods: Vec<(Good, i64)> = GOODS
        .into_iter()
        .map(|good| (good, sums[good as usize]))
        .filter(|(_, sum)| *sum > 0)
        .collect();
    tr!(
        texts,
        "treasury-pay",
        draft = names::draft(texts, &view, draft),
        goods = goods_list(texts, &goods)
    )
}
