//! Validates a data package on the command line.

fn main() {}
