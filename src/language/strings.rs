//! Every word that the interface says, by where it stands. Places to fill are written `{name}`.

use super::entry::{Entries, Entry, with_entries};

/// Words of a vocabulary: the package's slug and the word.
pub type Words = &'static [(&'static str, &'static str)];

impl Strings {
    /// Every single text with its path, such as `page.skip` or `words.units.people`, so that languages can be compared.
    pub fn entries(&self) -> Vec<Entry> {
        let mut entries = Vec::new();
        self.collect("", &mut entries);
        entries
    }
}

// Not indented, as the body is what a reader comes for.
with_entries! {

/// All strings of one language.
pub struct Strings {
    pub page: PageStrings,
    pub filter: FilterStrings,
    pub view: ViewStrings,
    pub timeline: TimelineStrings,
    pub participation: ParticipationStrings,
    pub geography: GeographyStrings,
    pub funding: FundingStrings,
    pub seats: SeatsStrings,
    pub outcomes: OutcomesStrings,
    pub practices: PracticesStrings,
    pub people: PeopleStrings,
    pub assessment: AssessmentStrings,
    pub projects: ProjectsStrings,
    pub world_figures: WorldFiguresStrings,
    pub sources: SourcesStrings,
    pub panel: PanelStrings,
    pub search: SearchStrings,
    pub compare: CompareStrings,
    pub status: StatusStrings,
    pub issues: IssueStrings,
    pub list: ListStrings,
    pub number: NumberStrings,
    pub date: DateStrings,
    pub citation: CitationStrings,
    pub words: WordStrings,
}

/// The page's frame.
pub struct PageStrings {
    pub skip: &'static str,
    pub language: &'static str,
    pub theme: &'static str,
    pub theme_auto: &'static str,
    pub theme_light: &'static str,
    pub theme_dark: &'static str,
    pub key_figures: &'static str,
    pub footer_data: &'static str,
    pub footer_paragraphs: &'static str,
    pub footer_licence: &'static str,
    pub footer_report: &'static str,
    pub footer_download: &'static str,
    pub boundaries: &'static str,
}

/// The filter bar.
pub struct FilterStrings {
    pub title: &'static str,
    pub open: &'static str,
    pub close: &'static str,
    pub cluster: &'static str,
    pub cluster_n: &'static str,
    pub kind: &'static str,
    pub region: &'static str,
    pub country: &'static str,
    pub event: &'static str,
    pub all: &'static str,
    pub from: &'static str,
    pub to: &'static str,
    pub clear: &'static str,
    pub active: &'static str,
    pub remove: &'static str,
    pub count_meetings: &'static str,
    pub count_events: &'static str,
    pub empty: &'static str,
    pub relax: &'static str,
    pub bad_parameter: &'static str,
    pub dismiss: &'static str,
}

/// What every view has.
pub struct ViewStrings {
    pub chart: &'static str,
    pub table: &'static str,
    pub shown_as: &'static str,
    pub source_line: &'static str,
    pub source_column: &'static str,
    pub ignored: &'static str,
    pub no_data: &'static str,
    pub how_to: &'static str,
    pub select: &'static str,
    pub deselect: &'static str,
    pub selected: &'static str,
    pub outside: &'static str,
    pub computed: &'static str,
    pub not_stated: &'static str,
    pub contested: &'static str,
    pub preliminary: &'static str,
    pub opens: &'static str,
    pub key_about: &'static str,
    pub key_more: &'static str,
    pub key_computed: &'static str,
    pub computed_by_us: &'static str,
    pub row_count: &'static str,
    /// Opens the page of what a mark stands for.
    pub page: &'static str,
}

/// The timeline.
pub struct TimelineStrings {
    pub name: &'static str,
    pub finding: &'static str,
    pub finding_none: &'static str,
    pub finding_elsewhere: &'static str,
    pub subtitle: &'static str,
    pub description: &'static str,
    pub lane_preparation: &'static str,
    pub lane_civil_society: &'static str,
    pub lane_summit: &'static str,
    pub lane_elsewhere: &'static str,
    pub brush: &'static str,
    pub brush_first: &'static str,
    pub brush_last: &'static str,
    pub context_on: &'static str,
    pub how_to: &'static str,
    pub hosted_by: &'static str,
    pub feeds: &'static str,
    pub official: &'static str,
    pub translation: &'static str,
    pub days: &'static str,
    pub tied: &'static str,
    pub column_event: &'static str,
    pub column_date: &'static str,
    pub column_place: &'static str,
    pub column_cluster: &'static str,
    pub column_kind: &'static str,
    pub key_month: &'static str,
}

/// Participation.
pub struct ParticipationStrings {
    pub name: &'static str,
    pub finding_two: &'static str,
    pub finding_one: &'static str,
    pub subtitle: &'static str,
    pub description: &'static str,
    pub overlapping: &'static str,
    pub panel: &'static str,
    pub how_to: &'static str,
    pub statement: &'static str,
    pub column_population: &'static str,
    pub column_category: &'static str,
    pub column_value: &'static str,
}

/// Geography.
pub struct GeographyStrings {
    pub name: &'static str,
    pub ignored: &'static str,
    pub finding: &'static str,
    pub finding_hosts: &'static str,
    pub finding_none: &'static str,
    pub subtitle: &'static str,
    pub description: &'static str,
    pub hosted: &'static str,
    pub member: &'static str,
    pub member_since: &'static str,
    pub parts: &'static str,
    pub key_low: &'static str,
    pub key_mid: &'static str,
    pub key_high: &'static str,
    pub key_city: &'static str,
    pub how_to: &'static str,
    pub column_country: &'static str,
    pub column_region: &'static str,
    pub column_hosted: &'static str,
    pub column_bodies: &'static str,
    pub list: &'static str,
}

/// Funding.
pub struct FundingStrings {
    pub name: &'static str,
    pub ignored: &'static str,
    pub finding: &'static str,
    pub finding_simple: &'static str,
    pub subtitle: &'static str,
    pub description: &'static str,
    pub budget: &'static str,
    pub part: &'static str,
    pub share: &'static str,
    pub who_paid: &'static str,
    pub how_to: &'static str,
    pub column_kind: &'static str,
    pub column_from: &'static str,
    pub column_to: &'static str,
    pub column_amount: &'static str,
    pub column_form: &'static str,
}

/// Which states sit in which bodies.
pub struct SeatsStrings {
    pub name: &'static str,
    pub ignored: &'static str,
    pub how_to: &'static str,
}

/// The numbered outcomes.
pub struct OutcomesStrings {
    pub name: &'static str,
    pub ignored: &'static str,
    pub how_to: &'static str,
}

/// What states and organisations do.
pub struct PracticesStrings {
    pub name: &'static str,
    pub ignored: &'static str,
    pub how_to: &'static str,
}

/// People and their parts.
pub struct PeopleStrings {
    pub name: &'static str,
    pub ignored: &'static str,
    pub how_to: &'static str,
}

/// The assessment's survey.
pub struct AssessmentStrings {
    pub name: &'static str,
    pub ignored: &'static str,
    pub how_to: &'static str,
}

/// Projects and the platform.
pub struct ProjectsStrings {
    pub name: &'static str,
    pub ignored: &'static str,
    pub how_to: &'static str,
}

/// Numbers of the world.
pub struct WorldFiguresStrings {
    pub name: &'static str,
    pub ignored: &'static str,
    pub how_to: &'static str,
}

/// The paragraphs behind the views.
pub struct SourcesStrings {
    pub name: &'static str,
    pub finding: &'static str,
    pub subtitle: &'static str,
    pub more: &'static str,
    pub and_more: &'static str,
    pub conflicts: &'static str,
    pub unstated: &'static str,
    pub both_shown: &'static str,
    pub value_shown: &'static str,
}

/// The paragraph panel.
pub struct PanelStrings {
    pub title: &'static str,
    pub note: &'static str,
    pub close: &'static str,
    pub section: &'static str,
    pub gist: &'static str,
    pub gist_missing: &'static str,
    pub figures: &'static str,
    pub no_figures: &'static str,
    pub document: &'static str,
    pub unknown: &'static str,
}

/// Search.
pub struct SearchStrings {
    pub name: &'static str,
    pub placeholder: &'static str,
    pub how_to: &'static str,
    pub clear: &'static str,
    pub found: &'static str,
    /// More was found than is shown.
    pub found_first: &'static str,
    pub none: &'static str,
    pub none_hint: &'static str,
    /// Sets the filter that a hit stands for.
    pub filter: &'static str,
    pub seats: &'static str,
    pub item: &'static str,
    pub topic: &'static str,
    pub kinds: Words,
}

/// Comparing two selections.
pub struct CompareStrings {
    pub name: &'static str,
    pub keep: &'static str,
    pub release: &'static str,
    pub swap: &'static str,
    pub how_to: &'static str,
    pub finding: &'static str,
    pub finding_other: &'static str,
    pub finding_same: &'static str,
    pub finding_none: &'static str,
    pub undivided: &'static str,
    pub undivided_a: &'static str,
    pub undivided_b: &'static str,
    pub column_what: &'static str,
    pub column_a: &'static str,
    pub column_b: &'static str,
    pub column_difference: &'static str,
    pub column_note: &'static str,
    pub column_which: &'static str,
    pub only_a: &'static str,
    pub only_b: &'static str,
    pub both: &'static str,
    pub neither: &'static str,
    pub measures: Words,
}

/// Loading and failing.
pub struct StatusStrings {
    pub loading: &'static str,
    pub loading_table: &'static str,
    pub loading_rest: &'static str,
    /// Some tables did not come.
    pub rest_failed: &'static str,
    pub failed: &'static str,
    pub unreachable: &'static str,
    pub not_found: &'static str,
    pub not_json: &'static str,
    pub not_package: &'static str,
    pub no_tables: &'static str,
    pub empty: &'static str,
    pub retry: &'static str,
    pub open_raw: &'static str,
    pub open_own: &'static str,
    pub issues_one: &'static str,
    pub issues_many: &'static str,
    pub issues_more: &'static str,
    pub map_missing: &'static str,
    pub data_address: &'static str,
}

/// What is wrong with a package. Places: see `format::issue`.
pub struct IssueStrings {
    // Where: the parts of a place, in the order table, row, id, column.
    pub package: &'static str,
    pub in_row: &'static str,
    pub in_id: &'static str,
    // A reason and what was done about it, as one text.
    pub reason_and_effect: &'static str,
    // Reasons.
    pub not_json: &'static str,
    pub not_a_package: &'static str,
    pub no_tables: &'static str,
    pub newer_format: &'static str,
    pub table_missing: &'static str,
    pub unreachable_status: &'static str,
    pub unreachable: &'static str,
    pub not_text: &'static str,
    pub outside: &'static str,
    pub unknown_table: &'static str,
    pub repeated_table: &'static str,
    pub no_usable_data: &'static str,
    pub no_header: &'static str,
    pub no_rows: &'static str,
    pub unknown_column: &'static str,
    pub missing_column: &'static str,
    pub repeated_column: &'static str,
    pub wrong_width: &'static str,
    pub unclosed_quote: &'static str,
    pub not_a: &'static str,
    pub not_allowed: &'static str,
    pub empty: &'static str,
    pub pattern: &'static str,
    pub too_small: &'static str,
    pub too_large: &'static str,
    pub duplicate_key: &'static str,
    pub duplicate_value: &'static str,
    pub dangling: &'static str,
    pub end_before_start: &'static str,
    pub outside_parent: &'static str,
    pub outside_period: &'static str,
    pub unreadable_citation: &'static str,
    pub no_citation: &'static str,
    pub no_such_paragraph: &'static str,
    pub formula_word: &'static str,
    pub formula_incomplete: &'static str,
    pub formula_missing: &'static str,
    pub formula_zero: &'static str,
    pub formula_differs: &'static str,
    pub formula_without_number: &'static str,
    pub sum_exceeds: &'static str,
    pub range_reversed: &'static str,
    pub same_values: &'static str,
    // What a cell ought to hold.
    pub number: &'static str,
    pub integer: &'static str,
    pub date: &'static str,
    pub boolean: &'static str,
    pub slug: &'static str,
    pub alpha2: &'static str,
    pub alpha3: &'static str,
    pub m49: &'static str,
    // What was done.
    pub row_kept: &'static str,
    pub cell_emptied: &'static str,
    pub entry_left_out: &'static str,
    pub row_left_out: &'static str,
    pub column_ignored: &'static str,
    pub table_ignored: &'static str,
    pub table_empty: &'static str,
    pub package_refused: &'static str,
}

/// Joining the items of a list.
pub struct ListStrings {
    pub comma: &'static str,
    pub and: &'static str,
    pub colon: &'static str,
    pub semicolon: &'static str,
    pub full_stop: &'static str,
    pub aside: &'static str,
}

/// Numbers.
pub struct NumberStrings {
    pub about: &'static str,
    pub more_than: &'static str,
    pub at_least: &'static str,
    pub range: &'static str,
    pub with_unit: &'static str,
    /// Sizes with their names, the largest first.
    pub steps: &'static [(f64, &'static str)],
}

/// Dates. Places: `{d1} {m1} {y1}` of the first day, `{d2} {m2} {y2}` of the last.
pub struct DateStrings {
    pub day: &'static str,
    pub days: &'static str,
    pub days_of_months: &'static str,
    pub days_of_years: &'static str,
    pub month: &'static str,
    pub months: &'static [&'static str; 12],
    pub months_of_years: &'static str,
    pub months_span: &'static str,
    pub year: &'static str,
    pub years: &'static str,
    pub months_short: &'static [&'static str; 12],
}

/// Paragraph numbers in words.
pub struct CitationStrings {
    pub paragraph: &'static str,
    pub footnote: &'static str,
}

/// The package's vocabularies.
pub struct WordStrings {
    pub kinds: Words,
    pub regions: Words,
    pub units: Words,
    pub dimensions: Words,
    pub currencies: Words,
    pub flow_kinds: Words,
    pub forms: Words,
    pub facets: Words,
    pub roles: Words,
    pub tables: Words,
}

}
