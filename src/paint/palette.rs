//! Colours for the slots of a scene.

use crate::chart::scene::Slot;

/// Where colours come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Palette {
    /// CSS variables of the page: one picture for light, dark and forced colours.
    Page,
    /// Plain colours on light paper, for a file.
    Light,
}

/// The plain colour of a slot on light paper. Clusters: Okabe and Ito's blue, vermilion, bluish green (darkened to 3:1) and purple.
pub fn light(slot: Slot) -> (u8, u8, u8) {
    match slot {
        Slot::Ink => (0x1A, 0x1A, 0x1A),
        Slot::Muted => (0x5A, 0x5A, 0x5A),
        Slot::Rule => (0xC9, 0xC6, 0xBE),
        Slot::Paper => (0xFF, 0xFF, 0xFF),
        Slot::Neutral => (0x5F, 0x6B, 0x73),
        Slot::Dimmed => (0x93, 0x93, 0x8F),
        Slot::Land => (0xE4, 0xE1, 0xDA),
        Slot::LandLow => (0x9B, 0xB4, 0xC6),
        Slot::LandMid => (0x55, 0x85, 0xA6),
        Slot::LandHigh => (0x1C, 0x4F, 0x74),
        Slot::Accent => (0xB3, 0x1B, 0x4E),
        Slot::ClusterA => (0x00, 0x72, 0xB2),
        Slot::ClusterB => (0xC8, 0x50, 0x00),
        Slot::ClusterC => (0x00, 0x82, 0x5F),
        Slot::ClusterD => (0x8E, 0x4B, 0x86),
        Slot::Band => (0xF6, 0xF4, 0xEF),
    }
}

/// The CSS variable of a slot.
pub fn variable(slot: Slot) -> &'static str {
    match slot {
        Slot::Ink => "var(--ink)",
        Slot::Muted => "var(--muted)",
        Slot::Rule => "var(--rule)",
        Slot::Paper => "var(--paper)",
        Slot::Neutral => "var(--neutral)",
        Slot::Dimmed => "var(--dimmed)",
        Slot::Land => "var(--land)",
        Slot::LandLow => "var(--land-low)",
        Slot::LandMid => "var(--land-mid)",
        Slot::LandHigh => "var(--land-high)",
        Slot::Accent => "var(--accent)",
        Slot::ClusterA => "var(--cluster-a)",
        Slot::ClusterB => "var(--cluster-b)",
        Slot::ClusterC => "var(--cluster-c)",
        Slot::ClusterD => "var(--cluster-d)",
        Slot::Band => "var(--band)",
    }
}

/// The colour under which a slot travels through plotters, which knows no variables: its number in the blue channel.
pub(super) fn carrier(slot: Slot) -> (u8, u8, u8) {
    (0x0F, 0x1E, slot as u8)
}
