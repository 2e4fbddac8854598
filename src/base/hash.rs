//! The state hash: one number for a whole game, the same on every platform.

use serde::Serialize;

/// Hashes anything that can be written down: its compact, platform-free encoding, through XXH3.
///
/// # Panics
/// Never for plain data; an encoding failure is a bug of ours.
#[must_use]
pub fn hash_of<T: Serialize>(value: &T) -> u64 {
    let bytes = postcard::to_allocvec(value).expect("plain data always encodes");
    xxhash_rust::xxh3::xxh3_64(&bytes)
}
