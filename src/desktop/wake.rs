//! What wakes the sleeping window: an alarm clock on a thread of its own, and a bell for the threads that paint and play.
//!
//! egui asks for its next frame after a while (a tooltip, a blinking caret); Bevy's own timeout cannot be changed from frame to
//! frame without a frame too many each time, so the waiting is done here.

use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::time::Duration;

use bevy::prelude::Resource;
use bevy::winit::{EventLoopProxy, WinitUserEvent};

/// What the clock is set to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Alarm {
    /// Nothing.
    Quiet,
    /// Ring after this long.
    In(Duration),
    /// It was set, and runs.
    Running(Duration),
    /// The window is gone.
    Over,
}

/// The bell and the clock.
#[derive(Clone, Resource)]
pub(super) struct Wake {
    bell: EventLoopProxy<WinitUserEvent>,
    clock: Arc<(Mutex<Alarm>, Condvar)>,
}

impl Wake {
    /// Starts the clock.
    pub(super) fn new(bell: EventLoopProxy<WinitUserEvent>) -> Self {
        let clock = Arc::new((Mutex::new(Alarm::Quiet), Condvar::new()));
        let wake = Self { bell, clock };
        let (bell, clock) = (wake.bell.clone(), wake.clock.clone());
        std::thread::spawn(move || tick(&bell, &clock));
        wake
    }
    /// Asks for a frame now.
    pub(super) fn now(&self) {
        // Nobody listens any more once the window is gone.
        let _ = self.bell.send_event(WinitUserEvent::WakeUp);
    }
    /// Asks for a frame after this long, if none comes sooner.
    pub(super) fn after(&self, wait: Duration) {
        if wait.is_zero() {
            return self.now();
        }
        if wait > Duration::from_secs(86_400) {
            return;
        }
        self.set(|alarm| match alarm {
            Alarm::In(other) | Alarm::Running(other) if other <= wait => alarm,
            Alarm::Over => alarm,
            _ => Alarm::In(wait),
        });
    }
    /// A frame has come: whatever the clock was set to is asked for anew.
    pub(super) fn quiet(&self) {
        self.set(|alarm| match alarm {
            Alarm::Over => alarm,
            _ => Alarm::Quiet,
        });
    }
    /// Stops the clock for good.
    pub(super) fn stop(&self) {
        self.set(|_| Alarm::Over);
    }
    fn set(&self, to: impl FnOnce(Alarm) -> Alarm) {
        let (alarm, changed) = &*self.clock;
        let mut alarm = alarm.lock().unwrap_or_else(PoisonError::into_inner);
        let new = to(*alarm);
        if new != *alarm {
            *alarm = new;
            changed.notify_one();
        }
    }
}

fn tick(bell: &EventLoopProxy<WinitUserEvent>, clock: &(Mutex<Alarm>, Condvar)) {
    let (alarm, changed) = clock;
    let mut alarm = alarm.lock().unwrap_or_else(PoisonError::into_inner);
    loop {
        alarm = match *alarm {
            Alarm::Over => return,
            Alarm::Quiet => changed.wait(alarm).unwrap_or_else(PoisonError::into_inner),
            Alarm::In(wait) | Alarm::Running(wait) => {
                *alarm = Alarm::Running(wait);
                let (mut alarm, timeout) = changed
                    .wait_timeout(alarm, wait)
                    .unwrap_or_else(PoisonError::into_inner);
                if timeout.timed_out() && matches!(*alarm, Alarm::Running(_)) {
                    *alarm = Alarm::Quiet;
                    if bell.send_event(WinitUserEvent::WakeUp).is_err() {
                        return;
                    }
                }
                alarm
            }
        };
    }
}
