//! What sort of thing a search finds.

use crate::format::text::word;
use crate::language::lang::Lang;

/// The sort of a hit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum HitKind {
    /// A dated event.
    Event,
    /// A state.
    Country,
    /// A person.
    Person,
    /// An organ, team, organisation or process.
    Body,
    /// A topic of outcomes and practices.
    Topic,
    /// A term of the forum's own vocabulary.
    Term,
    /// A place where something happened.
    Place,
    /// A thematic cluster.
    Cluster,
    /// A project, or one number of it.
    Project,
    /// A numbered outcome.
    Outcome,
    /// What a state or an organisation does.
    Practice,
    /// A demand or an appeal.
    Call,
    /// A count of participants.
    Figure,
    /// Who paid for what.
    Flow,
    /// A result of the assessment's survey.
    Answer,
    /// A number of the world around the forum.
    Context,
    /// A contradiction inside the report.
    Conflict,
    /// Something that the report does not say.
    Gap,
    /// A paragraph of the report.
    Paragraph,
}

impl HitKind {
    /// All kinds, in the order in which equally good hits stand.
    pub const ALL: [Self; 19] = [
        Self::Event,
        Self::Country,
        Self::Person,
        Self::Body,
        Self::Topic,
        Self::Term,
        Self::Place,
        Self::Cluster,
        Self::Project,
        Self::Outcome,
        Self::Practice,
        Self::Call,
        Self::Figure,
        Self::Flow,
        Self::Answer,
        Self::Context,
        Self::Conflict,
        Self::Gap,
        Self::Paragraph,
    ];

    /// The kind's slug in the vocabulary of kinds.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Event => "event",
            Self::Country => "country",
            Self::Person => "person",
            Self::Body => "body",
            Self::Topic => "topic",
            Self::Term => "term",
            Self::Place => "place",
            Self::Cluster => "cluster",
            Self::Project => "project",
            Self::Outcome => "outcome",
            Self::Practice => "practice",
            Self::Call => "call",
            Self::Figure => "figure",
            Self::Flow => "flow",
            Self::Answer => "answer",
            Self::Context => "context",
            Self::Conflict => "conflict",
            Self::Gap => "gap",
            Self::Paragraph => "paragraph",
        }
    }

    /// The kind as a word: `Country`, `国家`.
    pub fn name(self, lang: Lang) -> String {
        word(lang.later().search.kinds, self.slug())
    }

    /// True where a row is known by a sentence and not by a name; names come first.
    pub(super) fn is_sentence(self) -> bool {
        matches!(
            self,
            Self::Outcome | Self::Practice | Self::Call | Self::Gap | Self::Paragraph
        )
    }

    /// True where both languages' names mean the same thing wherever they stand, so that one finds what the other does.
    pub(super) fn is_named_alike(self) -> bool {
        matches!(
            self,
            Self::Country | Self::Person | Self::Body | Self::Topic | Self::Term | Self::Place
        )
    }
}
