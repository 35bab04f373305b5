//! Numbers of the world around the forum.

use crate::chart::input::Input;
use crate::chart::scene::Scene;
use crate::filter::facet::FacetSet;

/// The facets that this view's own marks set.
pub const OWN: FacetSet = FacetSet::NONE;

/// The view, placed.
pub fn scene(input: &Input) -> Scene {
    Scene::saying(input.why_empty(true))
}
