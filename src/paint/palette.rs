//! Colours for the slots of a scene.

use crate::chart::scene::Slot;

/// Red, green and blue.
pub type Rgb = (u8, u8, u8);

/// The plain colours of a file. The page has CSS variables instead: one picture for light, dark and forced colours.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Palette {
    /// The page's light theme, on white paper.
    #[default]
    Light,
    /// The page's dark theme.
    Dark,
    /// The page's theme of high contrast, on white.
    Contrast,
}

impl Palette {
    /// All palettes.
    pub const ALL: [Self; 3] = [Self::Light, Self::Dark, Self::Contrast];

    /// The form in file names: that of the theme in addresses.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
            Self::Contrast => "contrast",
        }
    }

    /// The colour of a slot.
    pub fn color(self, slot: Slot) -> Rgb {
        match self {
            Self::Light => light(slot),
            Self::Dark => dark(slot),
            Self::Contrast => contrast(slot),
        }
    }
}

/// Clusters: Okabe and Ito's blue, vermilion, bluish green and purple, darkened, and moved until they stay apart for every kind of colour
/// vision.
fn light(slot: Slot) -> Rgb {
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
        Slot::ClusterC => (0x00, 0x7F, 0x56),
        Slot::ClusterD => (0x86, 0x46, 0x7F),
        Slot::Band => (0xF5, 0xF3, 0xEC),
    }
}

/// The clusters of [`light`], lightened, and moved apart likewise.
fn dark(slot: Slot) -> Rgb {
    match slot {
        Slot::Ink => (0xEC, 0xEB, 0xE6),
        Slot::Muted => (0xB3, 0xB1, 0xA9),
        Slot::Rule => (0x3B, 0x3E, 0x41),
        Slot::Paper => (0x16, 0x18, 0x1A),
        Slot::Neutral => (0x9F, 0xAD, 0xB7),
        Slot::Dimmed => (0x74, 0x75, 0x6F),
        Slot::Land => (0x2C, 0x30, 0x33),
        Slot::LandLow => (0x45, 0x6D, 0x8B),
        Slot::LandMid => (0x5F, 0x95, 0xBB),
        Slot::LandHigh => (0xA9, 0xD0, 0xEC),
        Slot::Accent => (0xFF, 0x7F, 0xA8),
        Slot::ClusterA => (0x3E, 0x9C, 0xF5),
        Slot::ClusterB => (0xF0, 0x8A, 0x3C),
        Slot::ClusterC => (0x29, 0xD0, 0xA0),
        Slot::ClusterD => (0xC9, 0x8F, 0xB9),
        Slot::Band => (0x1D, 0x20, 0x22),
    }
}

/// Text 7 : 1, marks 4.5 : 1.
fn contrast(slot: Slot) -> Rgb {
    match slot {
        Slot::Ink => (0x00, 0x00, 0x00),
        Slot::Muted => (0x2B, 0x2B, 0x2B),
        Slot::Rule => (0x76, 0x76, 0x76),
        Slot::Paper => (0xFF, 0xFF, 0xFF),
        Slot::Neutral => (0x33, 0x3A, 0x40),
        Slot::Dimmed => (0x73, 0x73, 0x73),
        Slot::Land => (0xDE, 0xDE, 0xDE),
        Slot::LandLow => (0x5F, 0x7F, 0x96),
        Slot::LandMid => (0x2F, 0x5F, 0x80),
        Slot::LandHigh => (0x0A, 0x2C, 0x45),
        Slot::Accent => (0x9C, 0x00, 0x3D),
        Slot::ClusterA => (0x00, 0x59, 0xA3),
        Slot::ClusterB => (0x8A, 0x36, 0x00),
        Slot::ClusterC => (0x00, 0x4F, 0x38),
        Slot::ClusterD => (0x6A, 0x2E, 0x65),
        Slot::Band => (0xF2, 0xF2, 0xF2),
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
