/** A molecular profile as a Boolean expression of what is found in the tumour. */
export type Profile =
  | { readonly kind: 'atom'; readonly text: string }
  | { readonly kind: 'not'; readonly of: Profile }
  | { readonly kind: 'and' | 'or'; readonly of: readonly Profile[] };

/**
 * Reads a molecular profile as CIViC writes it: `NOT` before `AND` before `OR`, and parentheses that group stand between
 * blanks. Parentheses within a name do not: `MET Splice Site (c.3028G>A)` is one atom. Null where the text is no such expression.
 */
export const profileOf = (text: string): Profile | null => {
  const words = text.trim().split(/\s+/);
  let at = 0;
  const join = (kind: 'and' | 'or', of: readonly Profile[]): Profile => {
    const [only] = of;
    return of.length === 1 && only !== undefined ? only : { kind, of };
  };
  const listOf = (word: string, part: () => Profile | null): Profile[] | null => {
    const parts: Profile[] = [];
    for (;;) {
      const one = part();
      if (one === null) return null;
      parts.push(one);
      if (words[at] !== word) return parts;
      at++;
    }
  };
  const either = (): Profile | null => {
    const parts = listOf('OR', both);
    return parts === null ? null : join('or', parts);
  };
  const both = (): Profile | null => {
    const parts = listOf('AND', single);
    return parts === null ? null : join('and', parts);
  };
  const single = (): Profile | null => {
    if (words[at] === 'NOT') {
      at++;
      const of = single();
      return of === null ? null : { kind: 'not', of };
    }
    if (words[at] === '(') {
      at++;
      const inner = either();
      if (inner === null || words[at] !== ')') return null;
      at++;
      return inner;
    }
    const from = at;
    while (at < words.length && !['AND', 'OR', 'NOT', '(', ')'].includes(words[at] ?? '')) at++;
    const atom = words.slice(from, at).join(' ');
    return atom === '' ? null : { kind: 'atom', text: atom };
  };
  const whole = either();
  return at === words.length ? whole : null;
};

/** Every atom of a profile, in order. */
export const atomsOf = (profile: Profile): readonly string[] =>
  profile.kind === 'atom'
    ? [profile.text]
    : profile.kind === 'not'
      ? atomsOf(profile.of)
      : profile.of.flatMap(atomsOf);
