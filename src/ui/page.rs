//! The page: header, filter bar, views, sources, footer, and the paragraph panel beside them.

use leptos::prelude::*;

use crate::browser::device;
use crate::chart::kind::ChartKind;
use crate::format::text::pick;
use crate::language::template::fill;
use crate::state::explorer::Explorer;
use crate::state::locale::Locale;
use crate::ui::chart_frame::ChartFrame;
use crate::ui::filter_bar::FilterBar;
use crate::ui::header::Header;
use crate::ui::notices::Notices;
use crate::ui::panel::Panel;
use crate::ui::say::{changing, say, tell};
use crate::ui::sources::Sources;

/// Everything once there is a dataset.
#[component]
pub fn Page() -> impl IntoView {
    let explorer = expect_context::<Explorer>();
    let locale = Locale::expect();
    let title = move || {
        let lang = locale.lang.get();
        explorer.with_data(|data| pick(&data.about.title, lang).to_owned())
    };
    Effect::new(move || device::set_title(&title()));
    let only = explorer.watch(|s| s.view.filter(|_| s.is_embed));
    view! {
        <a class="skip" href="#content">{say(|s| s.page.skip)}</a>
        {changing(move || only.get().is_none().then(|| view! { <Header /> }).into_any())}
        <main class="page" id="content" tabindex="-1">
            <Notices />
            {changing(move || match only.get() {
                Some(kind) => view! { <ChartFrame kind /> }.into_any(),
                None => view! {
                    <FilterBar />
                    {ChartKind::ALL.map(|kind| view! { <ChartFrame kind /> }).collect_view()}
                    <Sources />
                }.into_any(),
            })}
        </main>
        <Footer />
        <Panel />
    }
}

#[component]
fn Footer() -> impl IntoView {
    let explorer = expect_context::<Explorer>();
    let locale = Locale::expect();
    let facts = move || {
        let strings = &locale.strings().page;
        explorer.with_data(|data| {
            let about = &data.about;
            let rows = data.row_count().to_string();
            let paragraphs = data.paragraphs.len().to_string();
            let first = fill(
                strings.footer_data,
                &[
                    ("version", &about.version),
                    ("date", &about.created),
                    ("paragraphs", &paragraphs),
                    ("rows", &rows),
                ],
            );
            format!(
                "{first} {}",
                fill(strings.footer_licence, &[("licence", &about.licence)])
            )
        })
    };
    let homepage = explorer.with_data(|data| data.about.homepage.clone());
    view! {
        <footer class="page footer">
            <p>{tell(facts)}</p>
            <p>{say(|s| s.page.boundaries)}</p>
            <p class="actions">
                {(!homepage.is_empty()).then(|| view! {
                    <a href=homepage rel="external">{say(|s| s.page.footer_report)}</a>
                })}
                <a href="data/datapackage.json" download="">{say(|s| s.page.footer_download)}</a>
            </p>
        </footer>
    }
}
