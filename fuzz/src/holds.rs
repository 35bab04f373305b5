//! What holds whatever comes in: one function for each way into the explorer. Each panics where something does not hold, or when the
//! explorer does.

use std::cell::Cell;
use std::path::Path;
use std::sync::LazyLock;

use forum_explorer::chart::input::Input;
use forum_explorer::chart::kind::ChartKind;
use forum_explorer::export::csv::{harmless, plain};
use forum_explorer::filter::engine::Engine;
use forum_explorer::filter::facet::Facet;
use forum_explorer::filter::selection::Selection;
use forum_explorer::format::audit::groups;
use forum_explorer::format::issue::sentence;
use forum_explorer::language::lang::Lang;
use forum_explorer::model::dataset::Dataset;
use forum_explorer::model::issue::Issue;
use forum_explorer::package::attendance::Reader;
use forum_explorer::package::audit::audit;
use forum_explorer::package::build::build;
use forum_explorer::package::check::check;
use forum_explorer::package::csv::records;
use forum_explorer::package::descriptor::Descriptor;
use forum_explorer::package::folder::{NamedFile, open};
use forum_explorer::package::resource::{Resource, is_below};
use forum_explorer::paint::svg;
use forum_explorer::share::embed::{Options, showing, shown};
use forum_explorer::share::message::Request;
use forum_explorer::share::query::{ViewState, arrangement, read, write};

/// How much of a value that means nothing is told, in characters.
const MOST_NAMED: usize = 60;

/// A small sound package, of which the targets change a part.
struct Sound {
    descriptor: Descriptor,
    files: Vec<NamedFile>,
    data: Dataset,
}

static SOUND: LazyLock<Sound> = LazyLock::new(|| {
    let folder = [
        env!("CARGO_MANIFEST_DIR"),
        concat!(env!("CARGO_MANIFEST_DIR"), "/.."),
    ]
    .map(|root| Path::new(root).join("tests/fixtures/small"))
    .into_iter()
    .find(|folder| folder.is_dir())
    .expect("the repository has the package");
    let folder = open(&folder).unwrap_or_else(|error| panic!("{error:?}"));
    let (data, _) = build(&folder.descriptor, folder.files.clone());
    Sound {
        descriptor: folder.descriptor,
        files: folder.files,
        data,
    }
});

/// The register of a package with the events and countries of that one.
static REGISTER: LazyLock<Resource> = LazyLock::new(|| {
    let json = r#"{"resources":[{"name":"attendance","path":"a.csv","schema":{"missingValues":["","-"],"fields":[
        {"name":"event","constraints":{"required":true}},{"name":"count","type":"integer","constraints":{"minimum":0}},
        {"name":"country"},{"name":"role","constraints":{"enum":["delegate","speaker"]}},{"name":"source"}]}}]}"#;
    let descriptor = Descriptor::parse(json).unwrap_or_else(|error| panic!("{error:?}"));
    let resource = descriptor.resources.into_iter().next();
    resource.expect("the register is a resource")
});

/// A descriptor: what can be opened can be read, checked, put into words and drawn, and names no file outside its folder.
pub fn descriptor(bytes: &[u8]) {
    let Ok(descriptor) = Descriptor::parse(&String::from_utf8_lossy(bytes)) else {
        return;
    };
    let files = descriptor.files().into_iter();
    let files = files.chain(descriptor.deferred_files());
    for (_, path) in files.chain(descriptor.streamed_file()) {
        assert!(is_below(&path), "{path:?} leaves the package's folder");
    }
    look_at(&descriptor, SOUND.files.clone(), bytes.len());
}

/// The text of a table, whose number is the first byte: the package around it can still be read, checked, put into words and drawn, and
/// its cells leave the page as no formulas.
pub fn table(bytes: &[u8]) {
    let Some((number, text)) = bytes.split_first() else {
        return;
    };
    let text = String::from_utf8_lossy(text).into_owned();
    let rows = records(&text);
    let harmless: Vec<Vec<String>> = rows
        .iter()
        .map(|row| row.iter().map(|cell| harmless(cell)).collect())
        .collect();
    for cell in harmless.iter().flatten() {
        let is_formula = cell.starts_with(['=', '@', '\t', '\r', '\n']);
        assert!(!is_formula, "{cell:?} is a formula");
    }
    // A reader takes a line without anything for none, and so does every program that reads such files.
    let kept: Vec<_> = rows.iter().filter(|row| row.len() > 1).cloned().collect();
    assert_eq!(records(&plain(&kept)), kept, "written and read again");
    let mut files = SOUND.files.clone();
    let place = usize::from(*number) % files.len().max(1);
    if let Some((_, file)) = files.get_mut(place) {
        *file = Ok(text);
    }
    look_at(&SOUND.descriptor, files, bytes.len());
}

/// The register, which is read while it arrives: wherever its bytes are cut, it is the same. The first byte says where.
pub fn attendance(bytes: &[u8]) {
    let Some((at, text)) = bytes.split_first() else {
        return;
    };
    let resource = &*REGISTER;
    let whole = {
        let mut reader = Reader::new(resource, &SOUND.data);
        reader.feed(text);
        reader.finish()
    };
    let mut reader = Reader::new(resource, &SOUND.data);
    for slice in text.chunks(usize::from(*at).max(1)) {
        reader.feed(slice);
    }
    let (attendance, issues) = reader.finish();
    assert_eq!(format!("{:?}", whole.0), format!("{attendance:?}"));
    assert_eq!(format!("{:?}", whole.1), format!("{issues:?}"));
    say(&issues);
}

/// An address: what could be used of it is written and read again as the same, and filters by it. What could not is named.
pub fn address(bytes: &[u8]) {
    let (state, bad) = read(&String::from_utf8_lossy(bytes), &SOUND.data);
    for part in &bad {
        assert!(
            part.value.chars().count() <= MOST_NAMED,
            "{part:?} is too long to be told"
        );
    }
    assert_same(&state);
    draw(&SOUND.data, &state, bytes.len());
    let (options, _) = Options::of(&state);
    let _ = options.style_words();
}

/// A message to an embedded view, as lines `name=value`: a state that it asks for is shown, told and taken again as the same.
pub fn message(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let fields: Vec<(&str, &str)> = text
        .lines()
        .filter_map(|line| line.split_once('='))
        .collect();
    let is_read = Cell::new(false);
    let field = |wanted: &str| {
        is_read.set(true);
        let found = fields.iter().find(|(name, _)| *name == wanted)?;
        Some(found.1.to_owned())
    };
    let request = Request::read(&field, Some("a"));
    assert!(is_read.get(), "a message was answered without being read");
    let embed = ViewState {
        is_embed: true,
        view: Some(ChartKind::Timeline),
        ..ViewState::default()
    };
    if let Some(Ok(Request::State(asked))) = request {
        let (state, _) = showing(&embed, &asked, &SOUND.data);
        assert!(
            state.is_embed && state.view == embed.view,
            "{asked:?} is another view"
        );
        assert!(state.data.is_none(), "{asked:?} is of another package");
        let (again, bad) = showing(&embed, &shown(&state, &SOUND.data), &SOUND.data);
        assert_eq!(bad, []);
        assert_alike(&state, &again);
        draw(&SOUND.data, &state, bytes.len());
    }
}

/// Equal but for the order in which facets were named, which an address does not keep.
fn assert_alike(state: &ViewState, again: &ViewState) {
    for facet in Facet::ALL {
        let of = |state: &ViewState| state.selection.of_facet(facet).collect::<Vec<_>>();
        assert_eq!(of(state), of(again));
    }
    let bare = |state: &ViewState| ViewState {
        selection: Selection::default(),
        compared: state.compared.is_some().then(Selection::default),
        ..state.clone()
    };
    assert_eq!(bare(state), bare(again));
}

fn assert_same(state: &ViewState) {
    let written = write(state, &SOUND.data);
    let (again, bad) = read(&written, &SOUND.data);
    assert_eq!(bad, [], "what we write can be read: {written}");
    assert_alike(state, &again);
    assert_eq!(written, write(&again, &SOUND.data));
}

fn look_at(descriptor: &Descriptor, files: Vec<NamedFile>, number: usize) {
    let (data, mut issues) = build(descriptor, files);
    issues.extend(check(&data, &issues));
    say(&issues);
    let audit = audit(&data, &issues);
    for lang in Lang::ALL {
        assert!(!groups(&audit, lang).is_empty());
    }
    draw(&data, &ViewState::default(), number);
}

fn say(issues: &[Issue]) {
    for issue in issues {
        for lang in Lang::ALL {
            assert!(!sentence(issue, lang).is_empty(), "{issue:?}");
        }
    }
}

/// Draws one view, the one that a number says, as the state has it. A picture is elements of our own with text in them, and nothing else.
fn draw(data: &Dataset, state: &ViewState, number: usize) {
    let mut engine = Engine::new(data);
    engine.select(&state.selection);
    let views = ChartKind::ALL.into_iter();
    let views = views.flat_map(|kind| [(kind, 358.0), (kind, 1040.0)]);
    // All of them would take most of the fuzzer's time.
    if let Some((kind, width)) = views.cycle().nth(number % 22) {
        let scene = kind.scene(
            &Input {
                data,
                engine: &engine,
                lang: Lang::En,
                width,
                has_context: state.has_context,
                arrangement: arrangement(state, kind),
            },
            None,
        );
        let picture = svg::picture(&scene);
        let elements = svg::elements(&picture).unwrap_or_else(|| panic!("{picture}"));
        for element in elements {
            let ours = [
                "<text ",
                "<rect ",
                "<circle ",
                "<polyline ",
                "<polygon ",
                "<path ",
            ];
            assert!(
                ours.iter().any(|start| element.starts_with(start)),
                "{element}"
            );
            let (tag, _) = element.split_once('>').unwrap_or((element, ""));
            assert!(!tag.contains("NaN") && !tag.contains("inf"), "{element}");
        }
    }
}
