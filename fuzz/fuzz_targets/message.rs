//! See `holds::message`.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| forum_explorer_fuzz::holds::message(bytes));
