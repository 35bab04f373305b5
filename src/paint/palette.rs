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

/// The plain colour of a slot on light paper: those of the page's light theme, on white. Clusters: Okabe and Ito's blue, vermilion, bluish
/// green and purple, darkened, and moved until they stay apart for every kind of colour vision.
pub fn light(slot: Slot) -> (u8, u8, u8) {
    match slot {
        Slot::Ink => (0x1A, 0x1A, 0x1A),
        Slot::Muted => (0x56, 0x56, 0x52),
        Slot::Rule => (0xD5, 0xD2, 0xC9),
        Slot::Paper => (0xFF, 0xFF, 0xFF),
        Slot::Neutral => (0x56, 0x63, 0x6C),
        Slot::Dimmed => (0x8C, 0x8B, 0x86),
        Slot::Land => (0xE4, 0xE1, 0xD9),
        Slot::LandLow => (0x78, 0x96, 0xAC),
        Slot::LandMid => (0x4A, 0x7A, 0x9C),
        Slot::LandHigh => (0x17, 0x41, 0x5F),
        Slot::Accent => (0xB0, 0x15, 0x50),
        Slot::ClusterA => (0x00, 0x5F, 0xC7),
        Slot::ClusterB => (0xB8, 0x4A, 0x00),
        Slot::ClusterC => (0x00, 0x7f, 0x56),
        Slot::ClusterD => (0x86, 0x46, 0x7F),
        Slot::Band => (0xF5, 0xF3, 0xEC),
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
