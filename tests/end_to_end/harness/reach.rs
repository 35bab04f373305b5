//! The reader's hands: pointer and keyboard. Real input events, at the place where the element is.

use serde_json::{Value, json};
use thirtyfour::action_chain::ActionChain;
use thirtyfour::common::keys::TypingData;
use thirtyfour::error::WebDriverResult;
use thirtyfour::prelude::By;
use thirtyfour::{Key, WebElement};

use super::page::{Page, ask};
use super::runtime::block_on;
use super::wait::until;

impl Page {
    /// Clicks the element as soon as it can be clicked: shown, and nothing before it. It is brought to the middle of the window
    /// first, as a reader scrolls it out from under what sticks to the window's edge.
    #[track_caller]
    pub fn click(&self, css: &str) {
        self.act(&format!("{css} to take a click"), css, async |element| {
            element.scroll_into_view().await?;
            element.click().await
        });
    }

    /// Clicks the first of the elements whose text contains the given one.
    #[track_caller]
    pub fn click_text(&self, css: &str, contains: &str) {
        until(&format!("{css} with {contains:?} to take a click"), || {
            let texts = self.texts(css);
            let position = texts
                .iter()
                .position(|text| text.contains(contains))
                .ok_or(format!("{texts:?}"))?;
            let elements =
                block_on(self.session.driver().find_all(By::Css(css))).map_err(message)?;
            let element = elements.get(position).ok_or("the elements changed")?;
            block_on(element.scroll_into_view()).map_err(message)?;
            block_on(element.click()).map_err(message)
        });
    }

    /// Clicks within the element where it is in the window, at these fractions of its width and height.
    #[track_caller]
    pub fn click_at(&self, css: &str, across: f64, down: f64) {
        self.act(&format!("{css} to be clicked in"), css, async |element| {
            let size = element.rect().await?;
            // The driver counts from the middle of the element.
            let pixels = |fraction: f64, whole: f64| ((fraction - 0.5) * whole).round() as i64;
            self.hand()
                .move_to_element_with_offset(
                    &element,
                    pixels(across, size.width),
                    pixels(down, size.height),
                )
                .click()
                .perform()
                .await
        });
    }

    /// Brings the pointer over the middle of the element.
    #[track_caller]
    pub fn hover(&self, css: &str) {
        self.act(&format!("{css} to be pointed at"), css, async |element| {
            self.hand().move_to_element_center(&element).perform().await
        });
    }

    /// Pulls the element by its middle, `dx` to the right and `dy` down, in CSS pixels.
    #[track_caller]
    pub fn drag(&self, css: &str, dx: i64, dy: i64) {
        self.act(&format!("{css} to be dragged"), css, async |element| {
            let grabbed = self
                .hand()
                .move_to_element_center(&element)
                .click_and_hold();
            pull(grabbed, dx, dy).release().perform().await
        });
    }

    /// Sweeps over the element at half its height, from one fraction of its width to another, as a brush is drawn.
    #[track_caller]
    pub fn sweep(&self, css: &str, from: f64, to: f64) {
        self.act(&format!("{css} to be swept"), css, async |element| {
            let width = element.rect().await?.width;
            let pixels = |fraction: f64| (fraction * width).round() as i64;
            // The driver counts from the middle of the element.
            let start = pixels(from - 0.5);
            let grabbed = self
                .hand()
                .move_to_element_with_offset(&element, start, 0)
                .click_and_hold();
            pull(grabbed, pixels(to - from), 0)
                .release()
                .perform()
                .await
        });
    }

    /// Taps the middle of the element with a finger.
    #[track_caller]
    pub fn tap(&self, css: &str) {
        let (x, y) = self.middle_of(css);
        let touch = |kind: &str, points: Value| {
            let event = json!({ "type": kind, "touchPoints": points });
            ask(block_on(
                self.session
                    .driver()
                    .cdp()
                    .send_raw("Input.dispatchTouchEvent", event),
            ));
        };
        touch("touchStart", json!([{ "x": x, "y": y }]));
        touch("touchEnd", json!([]));
    }

    /// Turns the wheel over the middle of the element, down by so many pixels.
    #[track_caller]
    pub fn wheel(&self, css: &str, down: i32) {
        let (x, y) = self.middle_of(css);
        let event = json!({ "type": "mouseWheel", "x": x, "y": y, "deltaX": 0, "deltaY": down });
        ask(block_on(
            self.session
                .driver()
                .cdp()
                .send_raw("Input.dispatchMouseEvent", event),
        ));
    }

    /// Brings the element to the middle of the window and says where its own middle is then.
    #[track_caller]
    fn middle_of(&self, css: &str) -> (f64, f64) {
        self.wait_for(css);
        self.evaluate(
            "const e = document.querySelector(arguments[0]);
             e.scrollIntoView({ block: 'center', behavior: 'instant' });
             const box = e.getBoundingClientRect();
             return [box.left + box.width / 2, box.top + box.height / 2]",
            &[json!(css)],
        )
    }

    /// Types into the element that `css` names, after what it holds.
    #[track_caller]
    pub fn type_into(&self, css: &str, text: &str) {
        self.act(&format!("{css} to take {text:?}"), css, async |element| {
            element.send_keys(text).await
        });
    }

    /// Presses keys where the keyboard is: a text, a [`thirtyfour::Key`], or a chord as `Key::Shift + Key::Tab`.
    #[track_caller]
    pub fn press(&self, keys: impl Into<TypingData>) {
        let keys = keys.into();
        ask(block_on(async {
            let element = self.session.driver().active_element().await?;
            element.send_keys(keys).await
        }));
    }

    /// Presses Tab, or Shift and Tab, wherever the keyboard is: within a date field as well, which [`Self::press`] would go back into.
    #[track_caller]
    pub fn tab(&self, is_back: bool) {
        let chain = self.session.driver().action_chain();
        let chain = match is_back {
            true => chain
                .key_down(Key::Shift)
                .key_down(Key::Tab)
                .key_up(Key::Tab)
                .key_up(Key::Shift),
            false => chain.key_down(Key::Tab).key_up(Key::Tab),
        };
        ask(block_on(chain.perform()));
    }

    /// Does something to the element, again and again until the browser allows it: a page that draws itself anew replaces
    /// elements, and an element may still be covered or moving.
    #[track_caller]
    fn act(&self, what: &str, css: &str, action: impl AsyncFn(WebElement) -> WebDriverResult<()>) {
        until(what, || {
            let done =
                block_on(async { action(self.session.driver().find(By::Css(css)).await?).await });
            done.map_err(message)
        });
    }

    /// Without the driver's usual quarter of a second before each movement.
    fn hand(&self) -> ActionChain {
        self.session
            .driver()
            .action_chain_with_delay(None, Some(std::time::Duration::from_millis(20)))
    }
}

/// In several steps, as a hand does it: what follows the pointer must follow it all the way.
fn pull(chain: ActionChain, dx: i64, dy: i64) -> ActionChain {
    const STEPS: i64 = 4;
    let part = |whole: i64, step: i64| whole * (step + 1) / STEPS - whole * step / STEPS;
    (0..STEPS).fold(chain, |chain, step| {
        chain.move_by_offset(part(dx, step), part(dy, step))
    })
}

fn message(error: thirtyfour::error::WebDriverError) -> String {
    error.to_string()
}
