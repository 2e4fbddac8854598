//! The colours of the three themes. Contrast of text on the four grounds is at least 4.5 : 1 in each.

use std::sync::Arc;

use egui::epaint::FontColorTransferFunction;
use egui::style::{ScrollAnimation, ScrollStyle, Selection, Spacing, WidgetVisuals, Widgets};
use egui::{Color32, CornerRadius, Margin, Shadow, Stroke, Style, Visuals, vec2};

use super::{Look, type_scale};
use crate::panels::settings::Theme;

/// The colours of a theme. What each is for stands beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Palette {
    /// Sheet, strip, tray.
    pub hi: Color32,
    /// Slip, inset, answer panel, start page.
    pub paper: Color32,
    /// Focus, selected, track of a bar.
    pub lo: Color32,
    /// Land.
    pub map: Color32,
    /// Sea, lakes.
    pub sea: Color32,
    /// Text, frames, key strokes.
    pub ink: Color32,
    /// Offices, costs, notes.
    pub ink2: Color32,
    /// Disabled text, least important labels.
    pub ink3: Color32,
    /// Hairlines between rows: decoration only.
    pub rule: Color32,
    /// Borders of controls, panel edges.
    pub rule2: Color32,
    /// Song; seals; the primary button; broken.
    pub song: Color32,
    /// Jin.
    pub jin: Color32,
    /// Xia.
    pub xia: Color32,
    /// Liao, Northern Liao.
    pub liao: Color32,
    /// Mongols.
    pub mong: Color32,
    /// Chu, Qi.
    pub puppet: Color32,
    /// Text on a holder's colour.
    pub on_seal: Color32,
    /// The seal paste itself.
    pub seal: Color32,
    /// Characters knocked out of the paste.
    pub seal_paper: Color32,
    /// Kept, agrees, rising.
    pub good: Color32,
    /// Late, on condition.
    pub warn: Color32,
    /// Rivers, canals.
    pub river: Color32,
    /// Their names.
    pub river_name: Color32,
    /// The Yellow River's name.
    pub yellow_name: Color32,
    /// Roads.
    pub road: Color32,
    /// The left rail.
    pub rail: Color32,
    /// Text on it.
    pub rail_text: Color32,
    /// The shadow of a sheet over the map.
    pub shadow: Color32,
}

const fn c(rgb: u32) -> Color32 {
    Color32::from_rgb((rgb >> 16) as u8, (rgb >> 8) as u8, rgb as u8)
}

impl Palette {
    /// The colours of a theme.
    #[must_use]
    pub const fn of(theme: Theme) -> Self {
        match theme {
            Theme::Paper => Self {
                hi: c(0xFAF5E8),
                paper: c(0xF3EBD9),
                lo: c(0xE8DDC5),
                map: c(0xF1E9D5),
                sea: c(0xD6D9D1),
                ink: c(0x1F1B16),
                ink2: c(0x463F35),
                ink3: c(0x665B4C),
                rule: c(0xBFB196),
                rule2: c(0x7F725C),
                song: c(0xA12D1B),
                jin: c(0x27436B),
                xia: c(0x7A560B),
                liao: c(0x4B6233),
                mong: c(0x5B4368),
                puppet: c(0x5F4A33),
                on_seal: c(0xFBF4E6),
                seal: c(0xA12D1B),
                seal_paper: c(0xF3EBD9),
                good: c(0x3F5B36),
                warn: c(0x8A4A00),
                river: c(0x41606E),
                river_name: c(0x2E4C5A),
                yellow_name: c(0x5B4210),
                road: c(0x4A3F30),
                rail: c(0x26221D),
                rail_text: c(0xE9DFC9),
                shadow: Color32::from_rgba_premultiplied(14, 10, 4, 87),
            },
            Theme::Night => Self {
                hi: c(0x1F1C19),
                paper: c(0x26231F),
                lo: c(0x332E28),
                map: c(0x23211E),
                sea: c(0x171B1E),
                ink: c(0xEDE4D0),
                ink2: c(0xCFC4AD),
                ink3: c(0xA99E88),
                rule: c(0x4A443B),
                rule2: c(0x877D6C),
                song: c(0xEE7F66),
                jin: c(0x8FB0E6),
                xia: c(0xDDB04C),
                liao: c(0xA3BF83),
                mong: c(0xBFA3D1),
                puppet: c(0xC9AE8C),
                on_seal: c(0x1A1714),
                seal: c(0xBA3C28),
                seal_paper: c(0xF0E5CF),
                good: c(0x9CBF8A),
                warn: c(0xE0A458),
                river: c(0x6E92A3),
                river_name: c(0x9FC3D4),
                yellow_name: c(0xE3BE78),
                road: c(0xB8AB92),
                rail: c(0x141210),
                rail_text: c(0xD8CCB4),
                shadow: Color32::from_rgba_premultiplied(0, 0, 0, 153),
            },
            Theme::Contrast => Self {
                hi: c(0xFFFFFF),
                paper: c(0xFFFFFF),
                lo: c(0xE4E4E4),
                map: c(0xFFFFFF),
                sea: c(0xD4DEE6),
                ink: c(0x000000),
                ink2: c(0x1A1A1A),
                ink3: c(0x3A3A3A),
                rule: c(0x6A6A6A),
                rule2: c(0x2A2A2A),
                song: c(0x8C1400),
                jin: c(0x0A2F6B),
                xia: c(0x5C3F00),
                liao: c(0x2B4A12),
                mong: c(0x4A1E5C),
                puppet: c(0x3F2A12),
                on_seal: c(0xFFFFFF),
                seal: c(0x8C1400),
                seal_paper: c(0xFFFFFF),
                good: c(0x1F4A10),
                warn: c(0x6A3400),
                river: c(0x0B3E5C),
                river_name: c(0x000000),
                yellow_name: c(0x000000),
                road: c(0x000000),
                rail: c(0x000000),
                rail_text: c(0xFFFFFF),
                shadow: Color32::from_rgba_premultiplied(0, 0, 0, 128),
            },
        }
    }
}

/// Puts colours, strokes and spaces into egui's own style, for both of its themes: ours decides which of them is up.
pub(super) fn install(ctx: &egui::Context, look: &Look) {
    let (theme, other) = if look.theme == Theme::Night {
        (egui::Theme::Dark, egui::Theme::Light)
    } else {
        (egui::Theme::Light, egui::Theme::Dark)
    };
    let style = Arc::new(style(look));
    ctx.set_style_of(theme, style.clone());
    ctx.set_style_of(other, style);
    ctx.set_theme(theme);
}

fn style(look: &Look) -> Style {
    let mut style = Style {
        text_styles: type_scale::styles(),
        wrap_mode: None,
        animation_time: if look.still { 0.0 } else { 0.16 },
        spacing: spacing(),
        visuals: visuals(look),
        ..Style::default()
    };
    if look.still {
        style.scroll_animation = ScrollAnimation::none();
    }
    // What explains itself does so at once, and stays where it is.
    style.interaction.tooltip_delay = 0.25;
    style.interaction.show_tooltips_only_when_still = false;
    // Text is not marked by dragging: a drag would take the clicks of the words in it.
    style.interaction.selectable_labels = false;
    style
}

fn spacing() -> Spacing {
    let mut scroll = ScrollStyle::solid();
    scroll.bar_width = 8.0;
    scroll.bar_inner_margin = 4.0;
    scroll.dormant_background_opacity = 0.0;
    scroll.active_background_opacity = 0.0;
    scroll.interact_background_opacity = 1.0;
    scroll.dormant_handle_opacity = 1.0;
    scroll.active_handle_opacity = 1.0;
    scroll.fade.strength = 0.0;
    Spacing {
        item_spacing: vec2(8.0, 8.0),
        button_padding: vec2(16.0, 8.0),
        interact_size: vec2(40.0, 40.0),
        window_margin: Margin::same(24),
        menu_margin: Margin::same(16),
        indent: 32.0,
        icon_width: 20.0,
        icon_width_inner: 12.0,
        tooltip_width: 360.0,
        scroll,
        ..Spacing::default()
    }
}

fn visuals(look: &Look) -> Visuals {
    let ink = &look.ink;
    let night = look.theme == Theme::Night;
    let base = if night {
        Visuals::dark()
    } else {
        Visuals::light()
    };
    let widget = |weak: Color32, border: Stroke| WidgetVisuals {
        // The handles of scroll bars and sliders are drawn with this fill.
        bg_fill: ink.rule2,
        weak_bg_fill: weak,
        bg_stroke: border,
        corner_radius: CornerRadius::ZERO,
        fg_stroke: Stroke::new(1.0, ink.ink),
        expansion: 0.0,
    };
    let shadow = Shadow {
        offset: [2, 2],
        blur: 8,
        spread: 0,
        color: ink.shadow,
    };
    let mut text_options = base.text_options;
    text_options.color_transfer_function = FontColorTransferFunction::TwoCoverageMinusCoverageSq;
    text_options.font_hinting = false;
    Visuals {
        dark_mode: night,
        text_options,
        override_text_color: None,
        weak_text_color: Some(ink.ink3),
        widgets: Widgets {
            noninteractive: WidgetVisuals {
                bg_fill: ink.hi,
                ..widget(ink.hi, Stroke::new(1.0, ink.rule))
            },
            inactive: widget(ink.hi, Stroke::new(1.5, ink.ink)),
            hovered: WidgetVisuals {
                bg_fill: ink.ink2,
                ..widget(ink.lo, Stroke::new(1.5, ink.ink))
            },
            active: WidgetVisuals {
                bg_fill: ink.ink,
                ..widget(ink.lo, Stroke::new(2.0, ink.song))
            },
            open: widget(ink.lo, Stroke::new(1.5, ink.ink)),
        },
        selection: Selection {
            bg_fill: ink.lo,
            stroke: Stroke::new(2.0, ink.song),
        },
        hyperlink_color: ink.ink,
        faint_bg_color: ink.paper,
        extreme_bg_color: ink.paper,
        text_edit_bg_color: Some(ink.paper),
        code_bg_color: ink.paper,
        warn_fg_color: ink.warn,
        error_fg_color: ink.song,
        window_corner_radius: CornerRadius::ZERO,
        window_shadow: shadow,
        window_fill: ink.hi,
        window_stroke: Stroke::new(1.5, ink.ink),
        menu_corner_radius: CornerRadius::ZERO,
        panel_fill: Color32::TRANSPARENT,
        popup_shadow: shadow,
        button_frame: true,
        collapsing_header_frame: false,
        indent_has_left_vline: false,
        striped: false,
        // What is closed is told by dashes and a word, never by a fade that drops below what can be read.
        disabled_alpha: 1.0,
        ..base
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Relative luminance of a colour, by the rule for contrast on screens.
    fn light(colour: Color32) -> f32 {
        let [r, g, b, _] = egui::Rgba::from(colour).to_array();
        0.2126 * r + 0.7152 * g + 0.0722 * b
    }
    fn contrast(a: Color32, b: Color32) -> f32 {
        let (a, b) = (light(a), light(b));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    #[test]
    fn text_can_be_read_on_every_ground_in_every_theme() {
        for theme in Theme::ALL {
            let p = Palette::of(theme);
            let texts = [
                p.ink, p.ink2, p.ink3, p.song, p.jin, p.xia, p.liao, p.mong, p.puppet, p.good,
                p.warn,
            ];
            for ground in [p.hi, p.paper, p.lo, p.map] {
                for text in texts {
                    let found = contrast(text, ground);
                    assert!(
                        found >= 4.5,
                        "{theme:?}: {text:?} on {ground:?} has {found}"
                    );
                }
                assert!(contrast(p.rule2, ground) >= 2.9, "{theme:?} {ground:?}");
            }
            assert!(contrast(p.rail_text, p.rail) >= 4.5);
            for holder in [p.song, p.jin, p.xia, p.liao, p.mong, p.puppet] {
                assert!(contrast(p.on_seal, holder) >= 4.5, "{theme:?} {holder:?}");
            }
        }
    }
}
