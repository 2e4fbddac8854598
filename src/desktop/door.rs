//! The door: whether there is a display and a graphics driver, asked before a game is begun for the window. Bevy, winit and wgpu
//! panic where they cannot go on; nobody is to read that, so they are called with panics caught and their reasons kept.

use std::panic::{self, AssertUnwindSafe};
use std::sync::{Arc, Mutex, PoisonError};

use bevy::render::renderer::initialize_renderer;
use bevy::render::settings::{Backends, MemoryHints, RenderResources, WgpuSettings};
use bevy::tasks::block_on;

use super::CannotStart;

/// What stands behind the door.
pub(super) struct Door {
    /// What to draw with.
    pub(super) driver: RenderResources,
    /// The line to the display on which it was asked. It is held until the window has one of its own: some displays begin
    /// anew when nobody is left, and refuse whoever comes in meanwhile.
    _held: Option<Line>,
}

/// What was found when the door was knocked at, kept until it is opened: finding a driver takes a fifth of a second.
static FOUND: Mutex<Option<Door>> = Mutex::new(None);

/// Whether a window can be opened.
pub(super) fn knock() -> Result<(), CannotStart> {
    let door = open()?;
    *FOUND.lock().unwrap_or_else(PoisonError::into_inner) = Some(door);
    Ok(())
}

/// Opens it.
pub(super) fn open() -> Result<Door, CannotStart> {
    if let Some(door) = FOUND.lock().unwrap_or_else(PoisonError::into_inner).take() {
        return Ok(door);
    }
    let held = display().map_err(CannotStart)?;
    let named = Backends::from_env();
    // OpenGL only where nothing better is there: to look for it, it is enough that some of its libraries write to the terminal.
    let all = named.map_or(vec![Backends::PRIMARY, Backends::all()], |one| vec![one]);
    // A map of a few dozen tiles: with blocks that double, half of the last one lies waste, and with software rendering that is
    // the program's own memory.
    for backends in all {
        let settings = WgpuSettings {
            backends: Some(backends),
            memory_hints: MemoryHints::Manual {
                suballocated_device_memory_block_size: 4 << 20..8 << 20,
            },
            ..WgpuSettings::default()
        };
        if let Ok(driver) = hushed(|| block_on(initialize_renderer(backends, None, &settings))) {
            return Ok(Door {
                driver,
                _held: held,
            });
        }
    }
    Err(CannotStart(
        "there is no graphics driver: Vulkan, Metal or DirectX 12 is needed".to_owned(),
    ))
}

/// Calls something that may panic, without a word on the terminal; what was said comes back. With `RUST_LOG` set it is printed too.
pub(super) fn hushed<T>(act: impl FnOnce() -> T) -> Result<T, String> {
    let said = Arc::new(Mutex::new(None));
    let before = Arc::new(panic::take_hook());
    let loud = std::env::var_os("RUST_LOG").is_some();
    panic::set_hook(Box::new({
        let (said, before) = (said.clone(), before.clone());
        move |info| {
            let mut said = said.lock().unwrap_or_else(PoisonError::into_inner);
            // The first says what is wrong; others follow from it.
            said.get_or_insert_with(|| reason(&info.to_string()));
            if loud {
                before(info);
            }
        }
    }));
    let outcome = panic::catch_unwind(AssertUnwindSafe(act));
    drop(panic::take_hook());
    panic::set_hook(Box::new(move |info| before(info)));
    outcome.map_err(|_| {
        let mut said = said.lock().unwrap_or_else(PoisonError::into_inner);
        said.take().unwrap_or_default()
    })
}

/// What a panic says, without where in the source it stands.
fn reason(text: &str) -> String {
    let mut lines = text.lines();
    let head = lines.next().unwrap_or_default();
    let said = if head.contains("panicked at") {
        lines.next().unwrap_or(head)
    } else {
        head
    };
    said.trim().to_owned()
}

#[cfg(unix)]
type Line = std::os::unix::net::UnixStream;
#[cfg(not(unix))]
type Line = ();

/// Whether there is a display to open a window on, and somebody answers there.
#[cfg(any(not(unix), target_os = "macos"))]
fn display() -> Result<Option<Line>, String> {
    Ok(None)
}

/// Whether there is a display to open a window on, and somebody answers there.
#[cfg(all(unix, not(target_os = "macos")))]
fn display() -> Result<Option<Line>, String> {
    use std::os::unix::net::UnixStream;
    use std::path::{Path, PathBuf};

    let set = |name: &str| std::env::var_os(name).filter(|value| !value.is_empty());
    // Wayland goes first where both are named, as in the window library.
    if set("WAYLAND_SOCKET").is_some() {
        return Ok(None);
    }
    if let Some(name) = set("WAYLAND_DISPLAY") {
        let folder = set("XDG_RUNTIME_DIR")
            .map(PathBuf::from)
            .unwrap_or_default();
        return UnixStream::connect(folder.join(&name))
            .map(Some)
            .map_err(|why| {
                format!(
                    "the display {} does not answer: {why}",
                    Path::new(&name).display()
                )
            });
    }
    let Some(name) = set("DISPLAY") else {
        return Err("there is no display: neither WAYLAND_DISPLAY nor DISPLAY is set".to_owned());
    };
    let name = name.to_string_lossy().into_owned();
    match local(&name) {
        Some(number) => {
            // The socket has a name in the file system, and on Linux one without.
            let path = format!("/tmp/.X11-unix/X{number}");
            UnixStream::connect(&path)
                .or_else(|why| unnamed(&path).ok_or(why))
                .map(Some)
                .map_err(|why| format!("the display {name} does not answer: {why}"))
        }
        // One of another machine: the window library will find out.
        None => Ok(None),
    }
}

/// The number of a display on this machine.
#[cfg(all(unix, not(target_os = "macos")))]
fn local(display: &str) -> Option<u32> {
    let rest = display.strip_prefix("unix").unwrap_or(display);
    rest.strip_prefix(':')?.split('.').next()?.parse().ok()
}

#[cfg(target_os = "linux")]
fn unnamed(path: &str) -> Option<std::os::unix::net::UnixStream> {
    use std::os::linux::net::SocketAddrExt;
    let address = std::os::unix::net::SocketAddr::from_abstract_name(path).ok()?;
    std::os::unix::net::UnixStream::connect_addr(&address).ok()
}

#[cfg(all(unix, not(target_os = "macos"), not(target_os = "linux")))]
fn unnamed(_: &str) -> Option<std::os::unix::net::UnixStream> {
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_is_told_without_its_place() {
        let told = hushed(|| -> () { panic!("no adapter\nand more") });
        assert_eq!(told, Err("no adapter".to_owned()));
        assert_eq!(hushed(|| 5), Ok(5));
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn displays_of_this_machine_and_of_others() {
        assert_eq!(local(":0"), Some(0));
        assert_eq!(local("unix:77.0"), Some(77));
        assert_eq!(local("there:10.0"), None);
    }
}
