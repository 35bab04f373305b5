//! How a computed number follows from stated ones.

/// A formula over row ids: `core-budget - contributions-total`, `csd-women / csd-delegates * 100`.
///
/// Ids of another table are written `table.id`. Operators stand between spaces, because ids contain hyphens.
#[derive(Clone, Debug, PartialEq)]
pub struct Formula {
    text: String,
    steps: Vec<Step>,
}

/// One step of the formula in postfix order.
#[derive(Clone, Debug, PartialEq)]
enum Step {
    Number(f64),
    Row(RowRef),
    Apply(char),
}

/// A row that a formula reads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowRef {
    /// The table, where it is not the formula's own.
    pub table: Option<String>,
    /// The row's id.
    pub id: String,
}

/// Why a formula cannot be read or computed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FormulaError {
    /// It is not well formed; carries the word that does not fit, empty at the end of the text.
    Syntax(String),
    /// It names a row that has no number.
    Missing(String),
    /// It divides by zero.
    DivisionByZero,
}

impl Formula {
    /// Reads a formula.
    ///
    /// # Errors
    /// [`FormulaError::Syntax`] with the word at which reading stopped.
    pub fn parse(text: &str) -> Result<Self, FormulaError> {
        let mut steps = Vec::new();
        let mut pending: Vec<&str> = Vec::new();
        let mut wants_value = true;
        for word in text.split_whitespace() {
            let fits = match word {
                "(" => wants_value,
                _ if !is_operator(word) && word != ")" => wants_value,
                _ => !wants_value,
            };
            if !fits {
                return Err(FormulaError::Syntax(word.to_owned()));
            }
            match word {
                "(" => pending.push(word),
                ")" => close_parenthesis(&mut pending, &mut steps)?,
                _ if is_operator(word) => {
                    push_operator(word, &mut pending, &mut steps);
                    wants_value = true;
                }
                _ => {
                    steps.push(operand(word)?);
                    wants_value = false;
                }
            }
        }
        if wants_value || pending.contains(&"(") {
            return Err(FormulaError::Syntax(String::new()));
        }
        steps.extend(pending.iter().rev().filter_map(|op| apply(op)));
        Ok(Self {
            text: text.to_owned(),
            steps,
        })
    }

    /// The formula as the package writes it.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The rows it reads, in order of appearance.
    pub fn inputs(&self) -> impl Iterator<Item = &RowRef> {
        self.steps.iter().filter_map(|step| match step {
            Step::Row(row) => Some(row),
            _ => None,
        })
    }

    /// Computes the formula; `value_of` looks up a row's number.
    ///
    /// # Errors
    /// [`FormulaError::Missing`] for a row without a number, [`FormulaError::DivisionByZero`].
    pub fn evaluate(&self, value_of: impl Fn(&RowRef) -> Option<f64>) -> Result<f64, FormulaError> {
        let mut stack = Vec::new();
        for step in &self.steps {
            let value = match step {
                Step::Number(number) => *number,
                Step::Row(row) => {
                    value_of(row).ok_or_else(|| FormulaError::Missing(row.id.clone()))?
                }
                Step::Apply(op) => compute(*op, &mut stack)?,
            };
            stack.push(value);
        }
        stack.pop().ok_or(FormulaError::Syntax(String::new()))
    }
}

impl std::fmt::Display for FormulaError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Syntax(word) if word.is_empty() => write!(f, "the formula is not complete"),
            Self::Syntax(word) => write!(f, "the formula cannot be read at \"{word}\""),
            Self::Missing(id) => write!(f, "the formula names \"{id}\", which has no number"),
            Self::DivisionByZero => write!(f, "the formula divides by zero"),
        }
    }
}

impl std::error::Error for FormulaError {}

fn is_operator(word: &str) -> bool {
    matches!(word, "+" | "-" | "*" | "/")
}

fn precedence(op: &str) -> u8 {
    match op {
        "*" | "/" => 2,
        "+" | "-" => 1,
        _ => 0,
    }
}

fn apply(op: &str) -> Option<Step> {
    op.chars().next().map(Step::Apply)
}

fn push_operator<'a>(op: &'a str, pending: &mut Vec<&'a str>, steps: &mut Vec<Step>) {
    while let Some(top) = pending.pop_if(|top| precedence(top) >= precedence(op)) {
        steps.extend(apply(top));
    }
    pending.push(op);
}

fn close_parenthesis(pending: &mut Vec<&str>, steps: &mut Vec<Step>) -> Result<(), FormulaError> {
    loop {
        match pending.pop() {
            Some("(") => return Ok(()),
            Some(op) => steps.extend(apply(op)),
            None => return Err(FormulaError::Syntax(")".to_owned())),
        }
    }
}

fn operand(word: &str) -> Result<Step, FormulaError> {
    let slug = |w: &str| {
        w.starts_with(|c: char| c.is_ascii_lowercase())
            && w.chars()
                .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
    };
    if let Some(number) = decimal(word) {
        return Ok(Step::Number(number));
    }
    let (table, id) = match word.split_once('.') {
        Some((table, id)) => (Some(table), id),
        None => (None, word),
    };
    if !slug(id) || !table.is_none_or(slug) {
        return Err(FormulaError::Syntax(word.to_owned()));
    }
    Ok(Step::Row(RowRef {
        table: table.map(str::to_owned),
        id: id.to_owned(),
    }))
}

/// Reads `100` or `0.5`: digits, and after a point more digits.
fn decimal(word: &str) -> Option<f64> {
    let (whole, part) = word.split_once('.').unwrap_or((word, "0"));
    let digits = |text: &str| {
        let is_number =
            !text.is_empty() && text.len() <= 15 && text.bytes().all(|b| b.is_ascii_digit());
        is_number.then(|| {
            text.bytes()
                .fold(0.0, |sum, b| sum * 10.0 + f64::from(b - b'0'))
        })
    };
    let scale = part.bytes().fold(1.0, |scale, _| scale * 10.0);
    Some(digits(whole)? + digits(part)? / scale)
}

fn compute(op: char, stack: &mut Vec<f64>) -> Result<f64, FormulaError> {
    let (Some(right), Some(left)) = (stack.pop(), stack.pop()) else {
        return Err(FormulaError::Syntax(op.to_string()));
    };
    match op {
        '+' => Ok(left + right),
        '-' => Ok(left - right),
        '*' => Ok(left * right),
        _ if right == 0.0 => Err(FormulaError::DivisionByZero),
        _ => Ok(left / right),
    }
}
