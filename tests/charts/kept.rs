//! A list that stays while filters change: what is drawn anew, and what is only said to be left out.

use forum_explorer::chart::card::Card;
use forum_explorer::chart::kept::Kept;
use forum_explorer::chart::scene::{Cell, Emphasis, Mark};

fn mark(id: &str, emphasis: Emphasis) -> Mark {
    Mark {
        id: id.to_owned(),
        hits: Vec::new(),
        card: Card::default(),
        clause: None,
        emphasis,
        cells: vec![Cell::text(id)],
    }
}

fn idle(ids: &str) -> Vec<Mark> {
    let ids = ids.split_whitespace();
    ids.map(|id| mark(id, Emphasis::Idle)).collect()
}

fn shown(kept: &Kept) -> String {
    let rows = kept.marks.iter().zip(&kept.standings);
    let shown = rows.filter(|(_, standing)| standing.is_some());
    let ids: Vec<&str> = shown.map(|(mark, _)| mark.id.as_str()).collect();
    ids.join(" ")
}

#[test]
fn a_shorter_list_leaves_rows_out_and_a_longer_one_brings_them_back() {
    let all = Kept::default().followed_by(idle("a b c d"));
    let some = all.followed_by(idle("b d"));
    assert_eq!(shown(&some), "b d");
    assert_eq!((some.marks.len(), some.drawings), (4, all.drawings));
    let none = some.followed_by(Vec::new());
    assert_eq!(shown(&none), "");
    assert_eq!(none.followed_by(idle("a b c d")), all);
}

#[test]
fn a_new_row_another_order_or_other_words_are_drawn() {
    let all = Kept::default().followed_by(idle("a b c"));
    let mut reworded = idle("a b c");
    reworded[1].cells = vec![Cell::text("other words")];
    for listed in [idle("a b c d"), idle("b a"), idle("x"), reworded] {
        let next = all.followed_by(listed.clone());
        assert_eq!(next.marks, listed);
        assert_eq!(next.drawings, all.drawings + 1);
        assert!(next.standings.iter().all(Option::is_some));
    }
}

#[test]
fn a_choice_changes_how_rows_stand_and_not_the_rows() {
    let all = Kept::default().followed_by(idle("a b"));
    let chosen = vec![
        mark("a", Emphasis::Selected),
        mark("b", Emphasis::Background),
    ];
    let next = all.followed_by(chosen);
    assert_eq!(next.drawings, all.drawings);
    let expected = [Some(Emphasis::Selected), Some(Emphasis::Background)];
    assert_eq!(next.standings, expected);
}
