//! A register of who took part: it comes while it is read, can be stopped, and follows every filter.

use crate::explorer::open;
use crate::harness::{Fault, Page, browse, until, wait_equal};

const FOLDER: &str = "tests/fixtures/river-forum";
const REGISTER: &str = "rivers/attendance.csv";
const QUERY: &str = "?data=rivers/datapackage.json&lang=en";

/// Puts the river forum below `rivers/`, with a register of as many rows.
fn put_register(page: &Page, rows: usize) -> Vec<(String, String, usize)> {
    let mut events = column("events.csv", 0);
    events.truncate(8);
    let states = column("countries.csv", 0);
    let mut csv = "event,country,role,count,source\n".to_owned();
    let mut all = Vec::new();
    for n in 0..rows {
        let (event, state) = (&events[n % events.len()], &states[(n * 5) % states.len()]);
        let count = 1 + n % 4;
        csv += &format!("{event},{state},participant,{count},{}\n", 1 + n % 3);
        all.push((event.clone(), state.clone(), count));
    }
    for entry in std::fs::read_dir(FOLDER).expect("the fixture") {
        let path = entry.expect("a file").path();
        let name = path.file_name().expect("a name").to_string_lossy();
        let content = std::fs::read(&path).expect("a file");
        page.site().put_file(&format!("rivers/{name}"), content);
    }
    let json = std::fs::read_to_string(format!("{FOLDER}/datapackage.json")).expect("a file");
    let mut json: serde_json::Value = serde_json::from_str(&json).expect("JSON");
    let resource =
        serde_json::json!({ "name": "attendance", "path": "attendance.csv", "bytes": csv.len() });
    json["resources"]
        .as_array_mut()
        .expect("a list")
        .push(resource);
    page.site()
        .put_file("rivers/datapackage.json", json.to_string().into_bytes());
    page.site().put_file(REGISTER, csv.into_bytes());
    all
}

fn column(file: &str, at: usize) -> Vec<String> {
    let text = std::fs::read_to_string(format!("{FOLDER}/{file}")).expect("a file");
    let rows = text.lines().skip(1);
    rows.map(|row| row.split(',').nth(at).expect("a cell").to_owned())
        .collect()
}

/// Goes to where the register is, which comes when it is about to be seen.
fn go_there(page: &Page) {
    until("the register's place", || {
        page.evaluate::<()>("document.getElementById('register')?.scrollIntoView()", &[]);
        match page.count("#register.view-register") {
            0 => Err("still waiting".to_owned()),
            _ => Ok(()),
        }
    });
}

/// The code of the state that has this name in the fixture.
fn chosen_code(name: &str) -> String {
    let text = std::fs::read_to_string(format!("{FOLDER}/countries.csv")).expect("a file");
    let row = text
        .lines()
        .find(|row| row.split(',').any(|cell| cell == name));
    let row = row.unwrap_or_else(|| panic!("no state {name}"));
    row.split(',').next().unwrap_or_default().to_owned()
}

fn number(n: usize) -> String {
    let text = n.to_string();
    match text.len() {
        0..=3 => text,
        len => format!("{},{}", &text[..len - 3], &text[len - 3..]),
    }
}

#[test]
fn a_register_is_counted_under_every_filter_and_names_its_paragraphs() {
    browse(|page| {
        let rows = put_register(page, 3000);
        open(page, QUERY);
        go_there(page);
        let all: usize = rows.iter().map(|(_, _, count)| count).sum();
        page.wait_text(
            "#register-title",
            &format!("{} attendances in 3,000 entries", number(all)),
        );
        wait_equal(
            "the paragraphs behind it",
            &["¶1", "¶2", "¶3"].map(str::to_owned).to_vec(),
            || {
                let cited = page.texts("#register .source-line .cite");
                cited
                    .iter()
                    .map(|number| number.trim().to_owned())
                    .collect::<Vec<_>>()
            },
        );
        // Whichever states are listed, one can be chosen.
        let (id, name): (String, String) = page.evaluate(
            "const bar = document.querySelector('button[id^=register-state]'); return [bar.id, bar.querySelector('.bar-name').textContent]",
            &[],
        );
        let value = page.text(&format!("#{id} .count"));
        let code = chosen_code(&name);
        let of_state = rows.iter().filter(|(_, state, _)| *state == code);
        assert_eq!(value, number(of_state.map(|(_, _, count)| count).sum()));
        page.click(&format!("#{id}"));
        page.wait_url("country=");
        page.wait_text(
            "#register-title",
            &format!("{name}: {value} of {} attendances", number(all)),
        );
        page.wait_attribute(&format!("#{id}"), "aria-pressed", "true");
        page.back();
        page.wait_text(
            "#register-title",
            &format!("{} attendances in 3,000 entries", number(all)),
        );
        page.click("#register .list-block summary");
        page.wait_for("#register-table tbody tr .cite");
        page.wait_text("#register .table-notes", "The first 1,000 of 3,000 entries");
        page.click("#register-table tbody tr .cite");
        page.wait_url("p=1");
    });
}

#[test]
fn loading_can_be_stopped_and_begun_again() {
    browse(|page| {
        put_register(page, 200);
        page.site().break_file(REGISTER, Fault::Stalled);
        open(page, QUERY);
        go_there(page);
        page.wait_text("#register-title", "Loading the register");
        page.wait_for("#register progress");
        page.click("#register-stop");
        page.wait_text("#register-title", "not loaded");
        page.wait_gone("#register progress");
        page.site().mend_file(REGISTER);
        page.click("#register-load");
        page.wait_text("#register-title", "200 entries");
    });
}

#[test]
fn a_register_that_does_not_come_is_said_and_the_rest_of_the_page_works() {
    browse(|page| {
        put_register(page, 200);
        page.site().break_file(REGISTER, Fault::NotFound);
        page.allow_console("attendance.csv");
        open(page, QUERY);
        go_there(page);
        page.wait_text("#register-title", "did not arrive");
        page.site().mend_file(REGISTER);
        page.click("#register-load");
        page.wait_text("#register-title", "200 entries");
    });
}

#[test]
fn an_entry_that_cannot_be_read_is_left_out_and_said() {
    browse(|page| {
        put_register(page, 10);
        let mut csv = "event,country,role,count,source\n".to_owned();
        let event = &column("events.csv", 0)[0];
        csv += &format!("{event},CHL,participant,3,1\nnowhere,CHL,participant,4,1\n");
        page.site().put_file(REGISTER, csv.into_bytes());
        open(page, QUERY);
        go_there(page);
        page.wait_text("#register-title", "3 attendances in 1 entry");
        page.wait_text("#register-issues", "attendance row 2");
    });
}
