//! What the index of a list and its reader have in common: where a key's slot is, and what it holds.
//!
//! A list has twice as many homes as keys. A key's slot is at its home or, where others took that,
//! at the next free one behind; more slots follow on the last home, of which the very last is always
//! free, so that every search ends. A slot holds 0 where it is free, else the low bits of the key's
//! hash above the place of its line, counted from 1: most keys that a list lacks are told by these
//! bits alone. `build.rs` writes the slots and [`Table`] reads them; as both use this file, it uses
//! nothing of the crate.
//!
//! [`Table`]: super::Table

/// How many bits of a slot tell the place of a line; the others are of the hash.
pub(crate) const PLACE_BITS: u32 = 20;

/// The hash of a key: its first bits choose the home, its last are told by the slot.
pub(crate) fn hash(key: &str) -> u32 {
    let mix = |hash: u64, &letter: &u8| (hash.rotate_left(5) ^ u64::from(letter)).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    (key.as_bytes().iter().fold(0, mix) >> 32) as u32
}

/// How many slots follow on the last home.
pub(crate) const SPARE: usize = 32;

/// Where a key of this hash is at home among so many slots.
pub(crate) fn home(hash: u32, slots: usize) -> usize {
    ((u64::from(hash) * (slots - SPARE) as u64) >> 32) as usize
}
