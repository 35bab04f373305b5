//! How much is read of a package. What is beyond is left out and said, so that a file which was made to fill a reader's memory, or grew by
//! mistake, costs no more than itself. The register is read while it arrives, and kept as columns of codes: none of these bounds it.

/// The most bytes of one file, as they are once a host's compression is undone.
pub const MOST_FILE_BYTES: usize = 64 << 20;

/// The most rows of one table.
pub const MOST_ROWS: usize = 1_000_000;

/// The most columns of one table.
pub const MOST_COLUMNS: usize = 1_000;

/// The most bytes of one cell.
pub const MOST_CELL_BYTES: usize = 1_000_000;
