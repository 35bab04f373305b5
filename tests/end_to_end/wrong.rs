//! Faults that a measure found, gathered so that one run tells them all.

/// Sentences about what is wrong, each with the place where it is.
#[derive(Default)]
pub struct Wrong(Vec<String>);

impl Wrong {
    /// Notes the faults of one place.
    pub fn note(&mut self, place: &str, faults: Vec<String>) {
        let told = faults.into_iter().map(|fault| format!("{place}: {fault}"));
        self.0.extend(told);
    }

    /// Fails where anything was noted.
    #[track_caller]
    pub fn assert_nothing(&self) {
        assert!(
            self.0.is_empty(),
            "{} faults:\n{}",
            self.0.len(),
            self.0.join("\n")
        );
    }
}
