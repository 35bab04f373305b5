//! The paths that a source file names: those of its `use` lines, taken apart, and those in its code.

/// A path with the line on which it starts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Path {
    pub line: usize,
    pub segments: Vec<String>,
}

/// A piece of source: a name, `::`, or any other sign.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Token {
    Name(String),
    Colons,
    Sign(char),
}

/// Every path of two names or more, and every single name that a `use` brings in, in order.
pub fn paths(source: &str) -> Vec<Path> {
    let tokens = tokens(source);
    let mut paths = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let is_use = tokens[at].1 == Token::Name("use".to_owned());
        let start = if is_use { at + 1 } else { at };
        let before = paths.len();
        let end = tree(&tokens, start, &[], &mut paths);
        if !is_use {
            let mut index = 0;
            paths.retain(|path| {
                index += 1;
                index <= before || path.segments.len() > 1
            });
        }
        at = end.max(at + 1);
    }
    paths
}

/// Reads one path, or the tree of them that braces make, from `at` on; gives back where it ends.
fn tree(
    tokens: &[(usize, Token)],
    mut at: usize,
    prefix: &[String],
    paths: &mut Vec<Path>,
) -> usize {
    let mut segments = prefix.to_vec();
    let line = tokens.get(at).map_or(0, |(line, _)| *line);
    if matches!(tokens.get(at), Some((_, Token::Colons))) {
        at += 1;
    }
    loop {
        match tokens.get(at).map(|(_, token)| token) {
            Some(Token::Name(name)) => {
                segments.push(name.clone());
                at += 1;
            }
            Some(Token::Sign('*')) if !segments.is_empty() => {
                segments.push("*".to_owned());
                at += 1;
            }
            Some(Token::Sign('{')) if !segments.is_empty() => {
                return group(tokens, at + 1, &segments, paths);
            }
            _ => break,
        }
        if !matches!(tokens.get(at), Some((_, Token::Colons))) {
            break;
        }
        at += 1;
    }
    if segments.len() > prefix.len() {
        paths.push(Path { line, segments });
    }
    at
}

/// Reads the trees between braces; gives back where they end.
fn group(
    tokens: &[(usize, Token)],
    mut at: usize,
    prefix: &[String],
    paths: &mut Vec<Path>,
) -> usize {
    loop {
        let before = at;
        match tokens.get(at).map(|(_, token)| token) {
            None => return at,
            Some(Token::Sign('}')) => return at + 1,
            Some(Token::Sign(',')) => at += 1,
            // `use a as b`: the other name is no path.
            Some(Token::Name(name)) if name == "as" => at += 2,
            _ => at = tree(tokens, at, prefix, paths),
        }
        at = at.max(before + 1);
    }
}

/// The source without its comments, texts and spaces.
fn tokens(source: &str) -> Vec<(usize, Token)> {
    let chars: Vec<char> = source.chars().collect();
    let mut tokens = Vec::new();
    let (mut at, mut line) = (0, 1);
    while at < chars.len() {
        let end = skipped(&chars, at);
        if end == at {
            let (token, end) = token(&chars, at);
            tokens.extend(token.map(|token| (line, token)));
            at = end;
        } else {
            line += chars[at..end].iter().filter(|&&c| c == '\n').count();
            at = end;
        }
    }
    tokens
}

fn token(chars: &[char], at: usize) -> (Option<Token>, usize) {
    let is_name = |c: &char| c.is_alphanumeric() || *c == '_';
    let length = chars[at..].iter().take_while(|c| is_name(c)).count();
    if length > 0 {
        let name: String = chars[at..at + length].iter().collect();
        return (Some(Token::Name(name)), at + length);
    }
    match chars[at..] {
        [':', ':', ..] => (Some(Token::Colons), at + 2),
        [c, ..] => (Some(Token::Sign(c)), at + 1),
        [] => (None, at + 1),
    }
}

/// Where a comment, text, character or space that starts here ends; `at` itself where none does.
fn skipped(chars: &[char], at: usize) -> usize {
    match chars[at..] {
        ['/', '/', ..] => at + chars[at..].iter().take_while(|&&c| c != '\n').count(),
        ['/', '*', ..] => comment_end(chars, at),
        ['"', ..] => text_end(chars, at + 1),
        ['r', '"' | '#', ..] if !is_inside_name(chars, at) => raw_text_end(chars, at),
        // A character and not a lifetime: `'a'`, `'\n'`, `'\u{2026}'`.
        ['\'', '\\', ..] => at + 3 + chars[at + 3..].iter().take_while(|&&c| c != '\'').count() + 1,
        ['\'', _, '\'', ..] => at + 3,
        [c, ..] if c.is_whitespace() => at + 1,
        _ => at,
    }
}

fn is_inside_name(chars: &[char], at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|i| chars.get(i));
    before.is_some_and(|c| c.is_alphanumeric() || *c == '_')
}

fn comment_end(chars: &[char], at: usize) -> usize {
    let mut depth = 0;
    let mut i = at;
    while i < chars.len() {
        match chars[i..] {
            ['/', '*', ..] => (depth, i) = (depth + 1, i + 2),
            ['*', '/', ..] => (depth, i) = (depth - 1, i + 2),
            _ => i += 1,
        }
        if depth == 0 {
            break;
        }
    }
    i
}

fn text_end(chars: &[char], mut at: usize) -> usize {
    while at < chars.len() && chars[at] != '"' {
        at += if chars[at] == '\\' { 2 } else { 1 };
    }
    (at + 1).min(chars.len())
}

/// A raw text `r#"…"#`, or `at` itself where it is a raw name `r#type` or a plain one.
fn raw_text_end(chars: &[char], at: usize) -> usize {
    let hashes = chars[at + 1..].iter().take_while(|&&c| c == '#').count();
    if chars.get(at + 1 + hashes) != Some(&'"') {
        return at;
    }
    let closes = |i: &usize| {
        chars[*i] == '"' && chars[i + 1..].iter().take_while(|&&c| c == '#').count() >= hashes
    };
    let close = (at + 2 + hashes..chars.len()).find(closes);
    close.map_or(chars.len(), |i| i + 1 + hashes)
}
