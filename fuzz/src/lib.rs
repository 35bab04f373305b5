//! What the fuzzer calls. `tests/fuzzed` of the explorer calls the same with every kept case.

pub mod holds;
