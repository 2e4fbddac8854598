//! What is said of a thing under the pointer, laid where it covers neither the thing nor what is to be read beside it: a hint, a word
//! over the game, the keys at the foot.

use egui::{
    Align2, AreaState, Context, Id, Label, PopupAnchor, Rect, RectAlign, Response, Tooltip, Ui,
    Vec2, WidgetText, vec2,
};

/// Between a thing and what is said of it.
const GAP: f32 = 4.0;

/// What is not to be covered, and in which pass it was last there.
type Kept = Vec<(Id, u64, Rect)>;

fn kept_id() -> Id {
    Id::new("kept clear of tips")
}

/// Says that there is something to be read here: whatever is said under the pointer keeps clear of it. For as long as it is said in
/// every pass.
pub fn keep_clear(ctx: &Context, id: Id, rect: Rect) {
    let pass = ctx.cumulative_pass_nr();
    ctx.data_mut(|d| {
        let kept: &mut Kept = d.get_temp_mut_or_default(kept_id());
        kept.retain(|(other, of, _)| *other != id && of + 1 >= pass);
        kept.push((id, pass, rect));
    });
}

/// What is to be kept clear now.
fn kept(ctx: &Context) -> Vec<Rect> {
    let pass = ctx.cumulative_pass_nr();
    let kept: Kept = ctx.data(|d| d.get_temp(kept_id())).unwrap_or_default();
    kept.into_iter()
        .filter(|(_, of, _)| of + 1 >= pass)
        .map(|(.., rect)| rect)
        .collect()
}

/// What is said of a thing while the pointer is on it.
pub trait Tip: Sized {
    /// Says this.
    fn tip(self, words: impl Into<WidgetText>) -> Self;
    /// Shows this.
    fn tip_ui(self, show: impl FnOnce(&mut Ui)) -> Self;
    /// Shows this though no pointer is there: while the keyboard is on it.
    fn tip_now(&self, show: impl FnOnce(&mut Ui));
}

impl Tip for Response {
    fn tip(self, words: impl Into<WidgetText>) -> Self {
        self.tip_ui(|ui| {
            ui.set_max_width(ui.spacing().tooltip_width);
            ui.add(Label::new(words));
        })
    }
    fn tip_ui(self, show: impl FnOnce(&mut Ui)) -> Self {
        lay(&self, Tooltip::for_enabled(&self), show);
        self
    }
    fn tip_now(&self, show: impl FnOnce(&mut Ui)) {
        lay(self, Tooltip::for_widget(self), show);
    }
}

fn lay(of: &Response, mut tooltip: Tooltip<'_>, show: impl FnOnce(&mut Ui)) {
    if !tooltip.popup.is_open() {
        return;
    }
    let id = Tooltip::next_tooltip_id(&of.ctx, of.id);
    let size = AreaState::load(&of.ctx, id).and_then(|area| area.size);
    if let Some((size, thing)) = size.zip(tooltip.popup.get_anchor_rect()) {
        let stands = best(of.ctx.content_rect(), thing, size, &kept(&of.ctx));
        tooltip.popup = tooltip
            .popup
            .anchor(PopupAnchor::ParentRect(stands))
            .align(RectAlign::from_align2(Align2::LEFT_TOP))
            .align_alternatives(&[]);
        tooltip = tooltip.gap(0.0);
    }
    tooltip.show(show);
}

/// Where something of a size stands beside a thing: within the window, clear of the thing, then clear of what is kept, then as egui
/// would have it.
fn best(window: Rect, thing: Rect, size: Vec2, kept: &[Rect]) -> Rect {
    let within = |rect: Rect| {
        let by = (window.min - rect.min).max(Vec2::ZERO) + (window.max - rect.max).min(Vec2::ZERO);
        rect.translate(by)
    };
    let over = |rect: Rect, other: Rect| rect.intersect(other).shrink(0.5).is_positive();
    let beside = RectAlign::MENU_ALIGNS.map(|align| align.align_rect(&thing, size, GAP));
    // Pushed along the thing until what is kept is clear.
    let pushed = beside.iter().flat_map(|rect| {
        kept.iter().flat_map(|k| {
            [
                vec2(k.max.x + GAP - rect.min.x, 0.0),
                vec2(k.min.x - GAP - rect.max.x, 0.0),
                vec2(0.0, k.max.y + GAP - rect.min.y),
                vec2(0.0, k.min.y - GAP - rect.max.y),
            ]
            .map(|by| rect.translate(by))
        })
    });
    beside
        .iter()
        .copied()
        .chain(pushed)
        .map(|wanted| (within(wanted), wanted))
        .min_by_key(|(stands, wanted)| {
            let hidden = over(*stands, thing);
            let kept = kept.iter().filter(|k| over(*stands, **k)).count();
            (hidden, kept, stands != wanted)
        })
        .map_or(thing, |(stands, _)| stands)
}

#[cfg(test)]
mod tests {
    use egui::pos2;

    use super::*;

    fn stands(thing: Rect, size: Vec2, kept: &[Rect]) -> Rect {
        let window = Rect::from_min_size(pos2(0.0, 0.0), vec2(640.0, 360.0));
        best(window, thing, size, kept)
    }

    #[test]
    fn it_lies_on_nothing_that_is_to_be_read() {
        let size = vec2(200.0, 120.0);
        let thing = Rect::from_min_size(pos2(100.0, 100.0), vec2(80.0, 30.0));
        let below = stands(thing, size, &[]);
        assert_eq!(below.min, pos2(100.0, 134.0));
        let hint = Rect::from_min_size(pos2(90.0, 200.0), vec2(300.0, 100.0));
        let other = stands(thing, size, &[hint]);
        assert!(
            !other.intersects(hint) && !other.intersects(thing),
            "{other:?}"
        );
        // What is taller than the room above and below stands beside.
        let tall = stands(thing, vec2(200.0, 340.0), &[]);
        assert!(!tall.intersects(thing), "{tall:?}");
        assert!(tall.max.y <= 360.0 && tall.min.y >= 0.0);
    }
}
