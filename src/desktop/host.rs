//! The Bevy app around the shell: its plugins, the window, and what happens in one frame.
//!
//! One frame: egui lays the panels out ([`draw`]), the ground goes where they say the map looks (`ground::follow`), what was asked
//! for is carried out ([`settle`]), and only then are transforms and views worked out and everything is drawn. There is no second
//! thread that draws the frame before: a window that sleeps between frames must show the newest.

use std::time::Duration;

use bevy::a11y::{AccessibilityRequested, ActionRequest};
use bevy::app::{PanicHandlerPlugin, TaskPoolPlugin, TerminalCtrlCHandlerPlugin};
use bevy::camera::CameraUpdateSystems;
use bevy::ecs::system::NonSendMarker;
use bevy::log::LogPlugin;
use bevy::prelude::*;
use bevy::render::RenderPlugin;
use bevy::render::error_handler::{RenderErrorHandler, RenderErrorPolicy};
use bevy::render::pipelined_rendering::PipelinedRenderingPlugin;
use bevy::time::Real;
use bevy::transform::TransformSystems;
use bevy::window::{PrimaryWindow, RequestRedraw, WindowResizeConstraints};
use bevy::winit::{EventLoopProxyWrapper, UpdateMode, WINIT_WINDOWS, WinitSettings};
use bevy_egui::input::EguiInputEvent;
use bevy_egui::{
    EguiContexts, EguiInput, EguiInputSet, EguiPlugin, EguiPostUpdateSet, EguiPreUpdateSet,
    EguiPrimaryContextPass, PrimaryEguiContext,
};
use egui::{LayerId, UiBuilder};

use super::door::Door;
use super::smoke::{self, Smoke};
use super::wake::Wake;
use super::{Options, Report, ground, icon, thrift};
use crate::panels::look::Palette;
use crate::panels::shell::Shell;

/// Size of the window when it opens.
const SIZE: (u32, u32) = (1280, 720);
/// No smaller.
const LEAST: (f32, f32) = (640.0, 360.0);
/// The window sleeps at most this long.
const SLEEP: Duration = Duration::from_secs(3600);
/// So many frames are drawn one after another when the window opens: shaders and faces come in one by one.
const FIRST_FRAMES: u32 = 20;
/// How often a window looks whether a turn has passed.
const GLANCE: Duration = Duration::from_millis(25);
/// How often it looks for what a screen reader asks.
const EAR: Duration = Duration::from_millis(80);

/// Opens the window and comes back when it is closed: whether it closed in good order.
pub(super) fn run(shell: Shell, options: Options, door: Door, report: Report) -> bool {
    let silent = std::env::var_os("RUST_LOG").is_none();
    let title = shell.title();
    let mut app = App::new();
    let mut plugins = DefaultPlugins
        .set(WindowPlugin {
            primary_window: Some(Window {
                title,
                name: Some("rivers".to_owned()),
                resolution: SIZE.into(),
                resize_constraints: WindowResizeConstraints {
                    min_width: LEAST.0,
                    min_height: LEAST.1,
                    ..default()
                },
                ..default()
            }),
            ..default()
        })
        .set(RenderPlugin {
            // A window that sleeps draws no second frame for a shader that was late.
            synchronous_pipeline_compilation: true,
            render_creation: door.driver.clone().into(),
            ..default()
        })
        .set(TaskPoolPlugin {
            task_pool_options: TaskPoolOptions::with_num_threads(2),
        })
        .disable::<PanicHandlerPlugin>()
        .disable::<TerminalCtrlCHandlerPlugin>()
        .disable::<PipelinedRenderingPlugin>();
    if silent {
        plugins = plugins.disable::<LogPlugin>();
    }
    app.add_plugins(plugins);
    app.add_plugins(EguiPlugin::default());
    app.insert_resource(WinitSettings {
        focused_mode: UpdateMode::reactive_low_power(SLEEP),
        unfocused_mode: UpdateMode::reactive_low_power(SLEEP),
    });
    app.insert_resource(RenderErrorHandler(|error, world, _| {
        let why = format!("the graphics driver gave up: {}", error.description);
        if let Some(known) = world.get_resource::<Knowledge>() {
            known.0.with(|known| known.broken.get_or_insert(why).len());
        }
        world.write_message(AppExit::error());
        RenderErrorPolicy::StopRendering
    }));
    app.insert_resource(Knowledge(report.clone()));
    let wake = {
        let bell = app.world().resource::<EventLoopProxyWrapper>();
        Wake::new((**bell).clone())
    };
    app.insert_resource(wake.clone());
    app.insert_resource(Drawn::default());
    app.insert_resource(ClearColor(colour(
        Palette::of(shell.settings().theme).paper,
    )));
    if let Some(sink) = options.smoke {
        app.insert_non_send(Smoke::new(sink, &shell, report));
    }
    app.insert_non_send(shell);
    app.add_plugins(ground::plugin);
    app.add_systems(Startup, open);
    app.add_systems(First, quiet);
    app.add_systems(
        PreUpdate,
        hear.after(EguiInputSet::ReadBevyMessages)
            .before(EguiInputSet::WriteEguiEvents),
    );
    app.add_systems(PreUpdate, still.after(EguiPreUpdateSet::ProcessInput));
    app.add_systems(EguiPrimaryContextPass, draw);
    app.configure_sets(
        PostUpdate,
        ground::Following
            .after(EguiPostUpdateSet::EndPass)
            .before(CameraUpdateSystems)
            .before(TransformSystems::Propagate),
    );
    app.add_systems(
        PostUpdate,
        (smoke::step, settle).chain().after(ground::Following),
    );
    app.add_systems(Last, (put_icon, patience));
    app.add_plugins(thrift::plugin);
    let exit = app.run();
    wake.stop();
    exit.is_success()
}

/// The report, where a system can reach it.
#[derive(Resource)]
struct Knowledge(Report);

/// What the last layout was made for.
#[derive(Clone, Copy, Debug, Resource)]
pub(super) struct Drawn {
    /// The whole window, in points.
    pub(super) window: egui::Rect,
    /// Physical pixels to a point.
    pub(super) pixels_per_point: f32,
    /// Frames since the window was opened.
    pub(super) frames: u32,
    /// Whether the last frame carried out what was asked for: the one after it shows that, and a list that became shorter finds its place
    /// only in the one after that.
    pub(super) asked: bool,
}

impl Default for Drawn {
    fn default() -> Self {
        Self {
            window: egui::Rect::ZERO,
            pixels_per_point: 1.0,
            frames: 0,
            asked: false,
        }
    }
}

/// A colour of the look as Bevy has it.
pub(super) fn colour(of: egui::Color32) -> Color {
    let [r, g, b, a] = of.to_srgba_unmultiplied();
    Color::srgba_u8(r, g, b, a)
}

fn open(mut commands: Commands) {
    // One camera for the ground and the panels over it: it looks past the middle of the window (see `ground::follow`).
    commands.spawn((Camera2d, Msaa::Off));
}

/// What a screen reader asks for becomes input of the panels.
fn hear(
    mut asked: MessageReader<ActionRequest>,
    contexts: Query<Entity, With<PrimaryEguiContext>>,
    mut out: MessageWriter<EguiInputEvent>,
) {
    for ActionRequest(request) in asked.read() {
        for context in &contexts {
            out.write(EguiInputEvent {
                context,
                event: egui::Event::AccessKitActionRequest(request.clone()),
            });
        }
    }
}

/// bevy_egui tells egui in every frame which modifier keys are down, and egui asks for another frame after any input: without
/// this the window would never sleep.
fn still(mut inputs: Query<&mut EguiInput>, mut last: Local<egui::Modifiers>) {
    for mut input in &mut inputs {
        input.events.retain(|event| match event {
            egui::Event::ModifiersChanged(now) => std::mem::replace(&mut *last, *now) != *now,
            _ => true,
        });
    }
}

/// Lays the panels out. egui may do this more than once a frame.
fn draw(
    mut contexts: EguiContexts,
    mut shell: NonSendMut<Shell>,
    mut drawn: ResMut<Drawn>,
    wake: Res<Wake>,
    mut dressed: Local<bool>,
) -> Result {
    let ctx = contexts.ctx_mut()?;
    if !*dressed {
        // Faces named here can be used from the next layout on, and not before.
        *dressed = true;
        shell.dress(ctx);
        let wake = wake.clone();
        ctx.set_request_repaint_callback(move |asked| wake.after(asked.delay));
        ctx.set_zoom_factor(shell.zoom());
        ctx.request_repaint();
        return Ok(());
    }
    if ctx.zoom_factor() != shell.zoom() {
        ctx.set_zoom_factor(shell.zoom());
        ctx.request_repaint();
    }
    *drawn = Drawn {
        window: ctx.viewport_rect(),
        pixels_per_point: ctx.pixels_per_point(),
        ..*drawn
    };
    let mut root = egui::Ui::new(
        ctx.clone(),
        "window".into(),
        UiBuilder::new()
            .layer_id(LayerId::background())
            .max_rect(ctx.viewport_rect()),
    );
    // Sheets lie on paper and not on the ground, which does not end exactly where the map does.
    let sides: [egui::layers::ShapeIdx; 4] =
        std::array::from_fn(|_| root.painter().add(egui::Shape::Noop));
    shell.draw(&mut root);
    if let Some(beneath) = shell.beneath() {
        let paper = Palette::of(beneath.theme).hi;
        for (side, rect) in sides.into_iter().zip(around(drawn.window, beneath.rect)) {
            root.painter()
                .set(side, egui::Shape::rect_filled(rect, 0.0, paper));
        }
    }
    Ok(())
}

/// What of the window lies beside the map: left of it, right of it, above and below.
fn around(window: egui::Rect, map: egui::Rect) -> [egui::Rect; 4] {
    let across = window.x_range();
    [
        egui::Rect::from_x_y_ranges(window.min.x..=map.min.x, window.y_range()),
        egui::Rect::from_x_y_ranges(map.max.x..=window.max.x, window.y_range()),
        egui::Rect::from_x_y_ranges(across, window.min.y..=map.min.y),
        egui::Rect::from_x_y_ranges(across, map.max.y..=window.max.y),
    ]
}

/// Carries out what was asked for, and sees to it that a frame comes when one is wanted.
#[expect(
    clippy::too_many_arguments,
    reason = "a system asks for what it touches"
)]
fn settle(
    mut shell: NonSendMut<Shell>,
    mut drawn: ResMut<Drawn>,
    known: Res<Knowledge>,
    time: Res<Time<Real>>,
    wake: Res<Wake>,
    reader: Res<AccessibilityRequested>,
    mut clear: ResMut<ClearColor>,
    mut exit: MessageWriter<AppExit>,
) {
    drawn.frames = drawn.frames.saturating_add(1);
    if drawn.frames == 3 {
        known.0.with(|known| known.shown = true);
    }
    let (asked, busy) = (shell.is_asking(), shell.is_busy());
    // After a long sleep nothing may seem to have moved meanwhile.
    shell.settle(time.delta_secs().min(0.05));
    shell.tick(time.delta());
    let under = colour(Palette::of(shell.settings().theme).paper);
    if clear.0 != under {
        clear.0 = under;
    }
    if shell.wants_to_leave() {
        exit.write(AppExit::Success);
    }
    let moving = shell.desk().is_some_and(|desk| desk.motion < 1.0);
    bevy::log::debug!(
        "settled: asked {asked}, moving {moving}, busy {}",
        shell.is_busy()
    );
    // What was waited for has come, and this frame was drawn without it.
    let come = busy && !shell.is_busy();
    let again = std::mem::replace(&mut drawn.asked, asked);
    if asked || again || moving || come || drawn.frames < FIRST_FRAMES {
        wake.now();
    } else if shell.is_busy() {
        wake.after(GLANCE);
    }
    if reader.get() {
        wake.after(EAR);
    }
}

/// Whoever wants a frame rings: bevy_egui asks for one now where egui asked for one later, and the window would never sleep.
fn patience(mut asked: ResMut<Messages<RequestRedraw>>) {
    asked.clear();
}

/// Gives the window its icon, once it is there.
fn put_icon(
    mut done: Local<bool>,
    window: Query<Entity, With<PrimaryWindow>>,
    _main_thread: NonSendMarker,
) {
    let Ok(window) = window.single() else {
        return;
    };
    if *done {
        return;
    }
    WINIT_WINDOWS.with_borrow(|windows| {
        let Some(window) = windows.get_window(window) else {
            return;
        };
        *done = true;
        let picture = icon::icon();
        let icon = winit::window::Icon::from_rgba(picture.rgba, picture.width, picture.height);
        window.set_window_icon(icon.ok());
    });
}

/// The alarm is set anew in each frame.
fn quiet(wake: Res<Wake>) {
    wake.quiet();
}
