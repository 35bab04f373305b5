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

impl PlainStrings {
    /// Every single text with its path, as of [`Strings::entries`].
    pub fn entries(&self) -> Vec<Entry> {
        let mut entries = Vec::new();
        self.collect("plain", &mut entries);
        entries
    }
}

impl LaterStrings {
    /// Every single text with its path, as of [`Strings::entries`].
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
    pub names: NameStrings,
    pub view: ViewStrings,
    pub timeline: TimelineStrings,
    pub participation: ParticipationStrings,
    pub status: StatusStrings,
    pub list: ListStrings,
    pub number: NumberStrings,
    pub date: DateStrings,
    pub citation: CitationStrings,
    pub words: WordStrings,
}

/// The strings of the parts that come later: what only these name is not in the page's first module.
pub struct LaterStrings {
    pub timeline_bars: TimelineBarsStrings,
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
    pub calls: CallsStrings,
    pub register: RegisterStrings,
    pub panel: PanelStrings,
    pub reference: ReferenceStrings,
    pub dossier: DossierStrings,
    pub check: CheckStrings,
    pub search: SearchStrings,
    pub compare: CompareStrings,
    pub issues: IssueStrings,
    pub words: LaterWordStrings,
    pub footer: FooterStrings,
    pub keys: KeyStrings,
    pub saving: SavingStrings,
    pub figure: FigureStrings,
    pub embed: EmbedStrings,
    pub brief: BriefStrings,
}

/// A brief to print.
pub struct BriefStrings {
    pub open: &'static str,
    pub name: &'static str,
    pub how_to: &'static str,
    pub views: &'static str,
    pub print: &'static str,
    pub close: &'static str,
    /// What the views are filtered by: `{filters}`.
    pub filters: &'static str,
    pub no_filters: &'static str,
    pub paragraphs: &'static str,
    /// `{date}` and `{address}`.
    pub printed: &'static str,
}

/// What can be saved or copied, and what the files say of themselves.
pub struct SavingStrings {
    pub fold: &'static str,
    pub fold_data: &'static str,
    pub save_png: &'static str,
    pub save_svg: &'static str,
    pub save_csv: &'static str,
    pub save_json: &'static str,
    pub copy_svg: &'static str,
    pub copy_csv: &'static str,
    pub copy_json: &'static str,
    pub copy_link: &'static str,
    pub save_whole: &'static str,
    pub save_filtered: &'static str,
    pub copy_number: &'static str,
    /// The name of such a button; `{what}` is what the number counts.
    pub copy_number_of: &'static str,
    /// The name of a button that copies a reference to a number; `{style}` is its form.
    pub number_as: &'static str,
    pub text: &'static str,
    /// A file is on its way to where the browser keeps such; `{file}` is its name.
    pub saved: &'static str,
    pub copied: &'static str,
    pub link_copied: &'static str,
    pub copied_number: &'static str,
    pub copied_reference: &'static str,
    pub not_copied: &'static str,
    pub working: &'static str,
    pub boxed_in: &'static str,
    pub perhaps: &'static str,
    pub no_png: &'static str,
    pub no_package: &'static str,
    pub own_page: &'static str,
    pub png_failed: &'static str,
    pub file_missing: &'static str,
    pub package_failed: &'static str,
    pub save_failed: &'static str,
    pub note: &'static str,
    pub note_csv: &'static str,
    pub note_data: &'static str,
    pub note_filtered: &'static str,
    // What a file says of itself.
    pub filters: &'static str,
    pub of_saving: &'static str,
    pub whole: &'static str,
    pub filtered: &'static str,
    pub filtered_rule: &'static str,
    pub filtered_same: &'static str,
    pub table_rows: &'static str,
    pub table_rows_referred: &'static str,
    /// The title of a package that is a part of another.
    pub part_of: &'static str,
}

/// What stands on a figure that leaves the page.
pub struct FigureStrings {
    pub link: &'static str,
    pub link_at: &'static str,
    pub outlines: &'static str,
}

/// What puts a view into another page.
pub struct EmbedStrings {
    pub name: &'static str,
    pub form: &'static str,
    pub script: &'static str,
    pub frame: &'static str,
    pub script_note: &'static str,
    pub frame_note: &'static str,
    pub language: &'static str,
    pub readers_language: &'static str,
    pub with_filters: &'static str,
    pub plain: &'static str,
    pub width: &'static str,
    pub preview: &'static str,
    pub html: &'static str,
    /// In an embed: the way to the whole page.
    pub whole: &'static str,
    /// Instead of the builder, in a page opened from disk.
    pub on_disk: &'static str,
    /// In an embed of another version of the data: `{made}` and `{now}`.
    pub other_version: &'static str,
}

/// The keys of pictures and handles, and what they do.
pub struct KeyStrings {
    /// Heading of the list for a picture's marks.
    pub title: &'static str,
    /// Heading of the list for the timeline's handles.
    pub handles: &'static str,
    /// What is written on the keys, by their names in a browser.
    pub caps: Words,
    pub next: &'static str,
    pub previous: &'static str,
    pub next_group: &'static str,
    pub previous_group: &'static str,
    pub first: &'static str,
    pub last: &'static str,
    pub choose: &'static str,
    pub into_card: &'static str,
    pub let_go: &'static str,
    pub later: &'static str,
    pub earlier: &'static str,
    /// `{n}` is how many events.
    pub much_later: &'static str,
    pub much_earlier: &'static str,
    pub start: &'static str,
    pub end: &'static str,
}

/// What the build writes: the page without scripts, and what lies beside the page. The page's program never asks for these.
pub struct PlainStrings {
    pub offline: OfflineStrings,
    pub stopped: StoppedStrings,
    pub title: &'static str,
    /// What the sign before the numbers of paragraphs means.
    pub paragraphs: &'static str,
    pub clusters: &'static str,
    pub column_title: &'static str,
    pub column_hosts: &'static str,
    pub budget: &'static str,
    pub tables: &'static str,
    pub download: &'static str,
    pub view_page: ViewPageStrings,
}

/// The pages of single views, which the build writes.
pub struct ViewPageStrings {
    /// Before the names of the files that the figure can be had as.
    pub files: &'static str,
    pub views: &'static str,
    pub languages: &'static str,
}

/// The page as something that a reader keeps.
pub struct OfflineStrings {
    /// What the explorer is called below its icon: a dozen letters.
    pub short_name: &'static str,
    /// That there is a newer version of the page.
    pub newer: &'static str,
    pub load: &'static str,
    pub not_now: &'static str,
}

/// The page once its program has stopped over a fault of its own.
pub struct StoppedStrings {
    /// What happened, and that nothing of the reader's is lost.
    pub what: &'static str,
    pub reload: &'static str,
    /// The way out where the same view would stop it again.
    pub afresh: &'static str,
    /// Before what can be read without the program.
    pub figures: &'static str,
}

/// The foot of the page; all but the last two are sentences, each left out where the package does not say it.
pub struct FooterStrings {
    pub title: &'static str,
    pub version: &'static str,
    pub date: &'static str,
    pub rows: &'static str,
    pub paragraphs: &'static str,
    pub licence: &'static str,
    pub program: &'static str,
    pub report: &'static str,
    pub download: &'static str,
}

/// The views that come later, by name: the page links to them from the start.
pub struct NameStrings {
    pub geography: &'static str,
    pub funding: &'static str,
    pub seats: &'static str,
    pub outcomes: &'static str,
    pub practices: &'static str,
    pub people: &'static str,
    pub assessment: &'static str,
    pub projects: &'static str,
    pub world_figures: &'static str,
    pub sources: &'static str,
}

/// The page's frame.
pub struct PageStrings {
    pub skip: &'static str,
    pub language: &'static str,
    pub theme: &'static str,
    pub theme_auto: &'static str,
    pub theme_light: &'static str,
    pub theme_dark: &'static str,
    /// Theme: high in contrast.
    pub theme_contrast: &'static str,
    pub key_figures: &'static str,
    pub boundaries: &'static str,
    pub contents: &'static str,
    pub search_example: &'static str,
    pub search: &'static str,
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
    pub topic: &'static str,
    pub compare: &'static str,
}

/// What every view has.
pub struct ViewStrings {
    pub skip: &'static str,
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
    pub sort: &'static str,
    pub sort_report: &'static str,
    pub sort_value: &'static str,
    pub sort_name: &'static str,
    pub scale: &'static str,
    pub scale_count: &'static str,
    pub scale_share: &'static str,
    pub facet: &'static str,
    pub facet_none: &'static str,
    pub facet_cluster: &'static str,
    pub list_all: &'static str,
    /// `{shown}` of `{all}` rows stand there, and `{n}` come next.
    pub more_rows: &'static str,
    /// How many more paragraphs a source line does not name.
    pub and_more: &'static str,
}

/// The timeline.
pub struct TimelineStrings {
    pub name: &'static str,
    pub finding: &'static str,
    pub finding_none: &'static str,
    /// Of meetings whose place no row states.
    pub finding_meetings: &'static str,
    /// Of a package that has no thematic meetings.
    pub finding_events: &'static str,
    pub finding_elsewhere: &'static str,
    pub subtitle: &'static str,
    pub subtitle_plain: &'static str,
    pub description: &'static str,
    pub description_events: &'static str,
    pub lane_thematic: &'static str,
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
    pub previous: &'static str,
    pub next: &'static str,
    pub position: &'static str,
}

/// Participation.
pub struct ParticipationStrings {
    pub name: &'static str,
    pub subtitle: &'static str,
    pub description: &'static str,
    pub overlapping: &'static str,
    pub panel: &'static str,
    /// What a population is divided by where nobody has a word for it.
    pub by_other: &'static str,
    pub how_to: &'static str,
    pub statement: &'static str,
    pub column_population: &'static str,
    pub column_category: &'static str,
    pub column_value: &'static str,
    pub column_share: &'static str,
    pub subtitle_share: &'static str,
    pub share: &'static str,
    pub no_share_overlap: &'static str,
    pub no_share_mixed: &'static str,
}

/// The timeline of more events than can stand one by one.
pub struct TimelineBarsStrings {
    /// Of many events: `{unit}` is how long a bar's time is.
    pub subtitle_bars: &'static str,
    pub subtitle_bars_plain: &'static str,
    /// `{said}` is the description without bars.
    pub description_bars: &'static str,
    pub unit_month: &'static str,
    pub unit_quarter: &'static str,
    pub unit_year: &'static str,
    pub unit_years: &'static str,
    pub bar_events: &'static str,
    pub bar_left: &'static str,
    pub bar_earlier: &'static str,
    /// How many events choosing the bar leaves.
    pub bar_period: &'static str,
    pub column_lane: &'static str,
    pub column_events: &'static str,
    pub column_left: &'static str,
}

/// Geography.
pub struct GeographyStrings {
    pub ignored: &'static str,
    pub finding_hosts: &'static str,
    pub finding_seats: &'static str,
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
    /// The map's discs, where one stands for many meetings.
    pub key_group: &'static str,
    /// `{said}` is the description without discs.
    pub description_groups: &'static str,
    pub group: &'static str,
    pub group_meetings: &'static str,
    pub group_country: &'static str,
    pub group_apart: &'static str,
    pub how_to: &'static str,
    pub column_country: &'static str,
    pub column_region: &'static str,
    pub column_hosted: &'static str,
    pub column_bodies: &'static str,
    pub list: &'static str,
    pub larger: &'static str,
    pub smaller: &'static str,
    pub whole: &'static str,
    pub north: &'static str,
    pub south: &'static str,
    pub west: &'static str,
    pub east: &'static str,
    pub layer: &'static str,
    pub layer_all: &'static str,
    pub layer_hosts: &'static str,
    pub move_map: &'static str,
    pub finding_body: &'static str,
    pub members: &'static str,
    pub subtitle_body: &'static str,
}

/// Funding.
pub struct FundingStrings {
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
    pub ignored: &'static str,
    pub finding: &'static str,
    pub finding_plain: &'static str,
    pub finding_one: &'static str,
    pub subtitle: &'static str,
    pub description: &'static str,
    pub description_pair: &'static str,
    /// Of the one state that the reader chose.
    pub description_one: &'static str,
    pub how_to: &'static str,
    pub hosted_head: &'static str,
    pub chaired_head: &'static str,
    pub hosted: &'static str,
    pub chaired: &'static str,
    pub in_bodies: &'static str,
    pub in_none: &'static str,
    pub since: &'static str,
    pub key_seat: &'static str,
    pub key_role: &'static str,
    pub key_late: &'static str,
    pub key_computed: &'static str,
    /// The last column of a picture that has no room for all.
    pub further: &'static str,
    pub states: &'static str,
    pub in_both: &'static str,
    pub in_both_how: &'static str,
    pub pair: &'static str,
    pub pair_how: &'static str,
    pub column_state: &'static str,
    pub column_count: &'static str,
}

/// The numbered outcomes.
pub struct OutcomesStrings {
    pub ignored: &'static str,
    pub how_to: &'static str,
    pub finding: &'static str,
    pub finding_plain: &'static str,
    pub finding_chosen: &'static str,
    pub finding_session: &'static str,
    pub finding_clusters: &'static str,
    pub cluster_top: &'static str,
    pub sessions: &'static str,
    pub subtitle: &'static str,
    pub subtitle_clusters: &'static str,
    /// Of chosen events that have no outcomes of their own: the sessions that they fed, or that were part of them.
    pub fed: &'static str,
    pub within: &'static str,
    pub description: &'static str,
    /// Of more sessions than are told by name.
    pub description_most: &'static str,
    pub description_topics: &'static str,
    pub overlapping: &'static str,
    pub count: &'static str,
    pub count_of: &'static str,
    pub number: &'static str,
    pub asked: &'static str,
    pub topics: &'static str,
    pub counted: &'static str,
    pub no_cluster: &'static str,
    pub column_number: &'static str,
    pub column_session: &'static str,
    pub column_addressee: &'static str,
    pub column_topics: &'static str,
    pub column_gist: &'static str,
}

/// What states and organisations do.
pub struct PracticesStrings {
    pub ignored: &'static str,
    pub how_to: &'static str,
    pub count: &'static str,
    pub finding_chosen: &'static str,
    pub of_countries: &'static str,
    pub leading: &'static str,
    pub subtitle: &'static str,
    pub by_topic: &'static str,
    pub by_country: &'static str,
    pub panel_topics: &'static str,
    pub panel_countries: &'static str,
    pub note_topics: &'static str,
    pub note_countries: &'static str,
    pub note_without: &'static str,
    pub more: &'static str,
    pub counted: &'static str,
    pub topics: &'static str,
    pub column_who: &'static str,
    pub column_topics: &'static str,
    pub column_gist: &'static str,
}

/// People and their parts.
pub struct PeopleStrings {
    pub ignored: &'static str,
    /// Of chosen events in which the report gives nobody a part.
    pub nobody: &'static str,
    pub finding: &'static str,
    pub finding_parts: &'static str,
    pub chaired: &'static str,
    pub reported: &'static str,
    pub subtitle: &'static str,
    pub description: &'static str,
    /// Where nobody is named more often than others.
    pub description_plain: &'static str,
    pub how_to: &'static str,
    pub column_person: &'static str,
    pub column_role: &'static str,
    pub column_event: &'static str,
    pub column_date: &'static str,
    pub column_from: &'static str,
}

/// The assessment's survey.
pub struct AssessmentStrings {
    pub ignored: &'static str,
    pub how_to: &'static str,
    pub finding: &'static str,
    pub subtitle: &'static str,
    pub description: &'static str,
    pub respondents: &'static str,
    pub respondents_note: &'static str,
    pub shares: &'static str,
    pub sentences: &'static str,
    pub sentences_note: &'static str,
    pub others: &'static str,
    /// Two counts of the same, of which the report gives one here and one there.
    pub either: &'static str,
    /// Beside a value on a picture: what the report gives in another place.
    pub elsewhere: &'static str,
    pub how_exact: &'static str,
    pub how_about: &'static str,
    pub how_more: &'static str,
    pub how_least: &'static str,
    pub how_range: &'static str,
    pub how_none: &'static str,
    pub column_question: &'static str,
    pub column_value: &'static str,
    pub column_how: &'static str,
}

/// Projects and the platform.
pub struct ProjectsStrings {
    pub ignored: &'static str,
    pub how_to: &'static str,
    pub finding: &'static str,
    pub finding_plain: &'static str,
    pub subtitle: &'static str,
    pub description: &'static str,
    /// Without a number.
    pub description_plain: &'static str,
    pub lead: &'static str,
    pub countries: &'static str,
    pub column_project: &'static str,
    pub column_lead: &'static str,
    pub column_countries: &'static str,
    pub column_period: &'static str,
    pub column_metric: &'static str,
    pub column_value: &'static str,
}

/// Numbers of the world.
pub struct WorldFiguresStrings {
    pub ignored: &'static str,
    pub how_to: &'static str,
    pub finding: &'static str,
    /// What most of the numbers count.
    pub leading: &'static str,
    /// What numbers in per cent are.
    pub as_shares: &'static str,
    pub vague: &'static str,
    pub subtitle: &'static str,
    pub description: &'static str,
    pub dated: &'static str,
    pub group: &'static str,
    pub shares: &'static str,
    pub range_note: &'static str,
    pub rest: &'static str,
    pub column_label: &'static str,
    pub column_value: &'static str,
    pub column_year: &'static str,
}

/// The paragraphs behind the views.
pub struct SourcesStrings {
    /// Marks what comes from elsewhere.
    pub outside: &'static str,
    /// What of the map comes from elsewhere; the address of where follows.
    pub map_outside: &'static str,
    pub finding: &'static str,
    pub subtitle: &'static str,
    pub more: &'static str,
    pub conflicts: &'static str,
    pub no_conflicts: &'static str,
    pub unstated: &'static str,
    pub no_unstated: &'static str,
    pub both_shown: &'static str,
    pub value_shown: &'static str,
}

/// Calls to act outside the numbered outcomes.
pub struct CallsStrings {
    pub title: &'static str,
    pub title_of: &'static str,
    pub note: &'static str,
    pub ignored: &'static str,
    pub column_event: &'static str,
    pub column_who: &'static str,
    pub column_call: &'static str,
    pub column_topics: &'static str,
}

/// The register of who took part.
pub struct RegisterStrings {
    pub name: &'static str,
    /// `{people}` and `{rows}`.
    pub title: &'static str,
    /// `{people}` of `{all}`, and `{rows}`.
    pub title_of: &'static str,
    /// `{rows}`, none with a number.
    pub title_unstated: &'static str,
    pub subtitle: &'static str,
    pub computed: &'static str,
    pub unstated: &'static str,
    pub ignored: &'static str,
    pub by_year: &'static str,
    pub by_kind: &'static str,
    pub by_cluster: &'static str,
    pub by_region: &'static str,
    /// Those with most: `{n}`.
    pub by_state: &'static str,
    pub by_role: &'static str,
    /// `{part}` of `{all}`, both with their unit.
    pub loading: &'static str,
    /// `{part}` with its unit, where nobody says of how much.
    pub loading_some: &'static str,
    pub megabytes: &'static str,
    pub stop: &'static str,
    pub stopped: &'static str,
    pub load: &'static str,
    pub failed: &'static str,
    pub entries: &'static str,
    /// `{n}` of `{all}`.
    pub entries_first: &'static str,
    pub column_number: &'static str,
    pub column_event: &'static str,
    pub column_state: &'static str,
    pub column_role: &'static str,
    pub column_people: &'static str,
}

/// The paragraph panel.
pub struct PanelStrings {
    /// The words of a language that the reader chose did not come.
    pub language_failed: &'static str,
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
    pub no_such_row: &'static str,
    pub filter_by: &'static str,
    /// Before the paragraphs that all statements of a group share.
    pub all_from: &'static str,
    pub glossary: &'static str,
}

/// How to refer to a view or a paragraph.
pub struct ReferenceStrings {
    pub of_view: &'static str,
    pub of_paragraph: &'static str,
    pub style: &'static str,
    pub text: &'static str,
    pub copy: &'static str,
    pub copied: &'static str,
    pub not_copied: &'static str,
    pub version: &'static str,
    pub note: &'static str,
}

/// The page of a row: an event, a country, a person, a body, a term.
pub struct DossierStrings {
    // What the page is of.
    pub event: &'static str,
    pub country: &'static str,
    pub person: &'static str,
    pub body: &'static str,
    pub term: &'static str,
    // Where the English name comes from.
    pub official: &'static str,
    pub translation: &'static str,
    // Facts.
    pub kind: &'static str,
    pub dates: &'static str,
    pub month_alone: &'static str,
    pub year_alone: &'static str,
    pub dates_of: &'static str,
    pub duration: &'static str,
    pub place: &'static str,
    pub country_alone: &'static str,
    pub host: &'static str,
    pub part_of: &'static str,
    pub region: &'static str,
    pub office: &'static str,
    pub spoke_for: &'static str,
    pub definition: &'static str,
    pub described: &'static str,
    pub same_term: &'static str,
    pub same_body: &'static str,
    // Groups of lines, and what lines add.
    /// Also the timeline's column.
    pub same_days: &'static str,
    pub same_days_note: &'static str,
    pub days_in_common: &'static str,
    pub parts: &'static str,
    pub with_parts: &'static str,
    pub fed: &'static str,
    pub fed_by: &'static str,
    pub people: &'static str,
    pub counted: &'static str,
    pub overlaps: &'static str,
    pub funding: &'static str,
    pub form: &'static str,
    pub outcomes: &'static str,
    pub outcomes_of: &'static str,
    pub item: &'static str,
    pub asked_of: &'static str,
    pub topics: &'static str,
    pub calls: &'static str,
    pub hosted: &'static str,
    pub held_there: &'static str,
    pub seats: &'static str,
    pub since: &'static str,
    pub spokespeople: &'static str,
    pub practices: &'static str,
    pub also_of: &'static str,
    pub projects_led: &'static str,
    pub projects_there: &'static str,
    pub projects: &'static str,
    pub began: &'static str,
    pub ended: &'static str,
    pub gave: &'static str,
    pub received: &'static str,
    pub roles: &'static str,
    pub members: &'static str,
    pub contradictions: &'static str,
    pub both_values: &'static str,
    pub unstated: &'static str,
    // The package's vocabularies that stand on these pages alone.
    pub body_kinds: Words,
}

/// What checking the package's numbers against each other found.
pub struct CheckStrings {
    pub name: &'static str,
    pub nothing_wrong: &'static str,
    pub wrong: &'static str,
    pub rows: &'static str,
    pub rows_in_all: &'static str,
    pub rows_elsewhere: &'static str,
    pub rows_lost: &'static str,
    pub citations: &'static str,
    pub citations_hold: &'static str,
    pub citations_fail: &'static str,
    pub citations_unchecked: &'static str,
    pub computed: &'static str,
    pub computed_hold: &'static str,
    pub computed_fail: &'static str,
    pub formula_gives: &'static str,
    pub formula_fails: &'static str,
    pub totals: &'static str,
    pub totals_hold: &'static str,
    pub totals_fail: &'static str,
    pub parts_equal: &'static str,
    pub parts_below: &'static str,
    pub parts_within: &'static str,
    pub parts_above: &'static str,
    pub overlapping: &'static str,
    pub open: &'static str,
    pub contradictions: &'static str,
    pub gaps: &'static str,
    pub approximations: &'static str,
    /// Tables by their names in the package, for a number of rows.
    pub tables: Words,
}

/// Search.
pub struct SearchStrings {
    pub name: &'static str,
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
    /// Above a view's table: how its rows are divided; that no filter changes its numbers; what is counted of a state.
    pub rows: &'static str,
    pub fixed: &'static str,
    pub hosted: &'static str,
    pub is_in: &'static str,
    pub is_out: &'static str,
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
    /// A part of the page did not come.
    pub part_failed: &'static str,
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
    /// A reason; so many `{megabytes}` are read of a file.
    pub file_too_large: &'static str,
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
    /// A reason; `{most}` rows are read.
    pub too_many_rows: &'static str,
    /// A reason; `{most}` columns are read.
    pub too_many_columns: &'static str,
    /// A reason; `{most}` bytes are read of a cell.
    pub cell_too_long: &'static str,
    pub not_a: &'static str,
    pub not_allowed: &'static str,
    pub empty: &'static str,
    pub pattern: &'static str,
    pub too_small: &'static str,
    pub too_large: &'static str,
    pub duplicate_key: &'static str,
    pub duplicate_value: &'static str,
    pub too_many_values: &'static str,
    pub further_rows: &'static str,
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
    /// An effect.
    pub rest_left_out: &'static str,
    pub rows_kept: &'static str,
    pub rows_left_out: &'static str,
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
    /// Between whole sentences.
    pub gap: &'static str,
}

/// Numbers.
pub struct NumberStrings {
    /// Between groups of three digits.
    pub group: &'static str,
    /// Before the decimals.
    pub decimal: &'static str,
    pub percent: &'static str,
    pub about: &'static str,
    pub more_than: &'static str,
    pub at_least: &'static str,
    pub range: &'static str,
    pub with_unit: &'static str,
    /// Sizes with their numbers and names, the largest first.
    pub steps: &'static [(f64, &'static str)],
}

/// Dates. Places: `{d1} {m1} {y1}` of the first day, `{d2} {m2} {y2}` of the last.
pub struct DateStrings {
    /// The number of a month's first day.
    pub first: &'static str,
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
    pub facets: Words,
}

/// The package's vocabularies of which only later parts speak.
pub struct LaterWordStrings {
    /// Kinds of events, for a number of them.
    pub kinds_counted: Words,
    pub addressees: Words,
    pub roles: Words,
    pub tables: Words,
    pub forms: Words,
}

}
