import type { Grant } from './principal.ts';

/** SMART on FHIR 2: `system/Patient.rs`, `system/*.rs`, `system/*.cu`; in the words of version 1 `read` and `write`. */
const FORM = /^system\/(\*|[A-Z][A-Za-z]{2,40})\.(c?r?u?d?s?|read|write|\*)$/;

const OLD: Readonly<Record<string, string>> = { read: 'rs', write: 'cu', '*': 'curs' };

interface Read {
  readonly type: string;
  readonly letters: string;
}

const readScope = (scope: string): Read | null => {
  const [, type, said] = FORM.exec(scope) ?? [];
  if (type === undefined || !said) return null;
  return { type, letters: OLD[said] ?? said };
};

/**
 * What a list of scopes gives: reading needs both r and s, because a page of a search shows what a read shows. Records are
 * sent whole, in Bundles of all types, so that only `system/*` sends.
 */
export const grantOf = (scopes: readonly string[]): Grant => {
  const all = scopes.map(readScope).filter((one) => one !== null);
  const reads = all.filter(({ letters }) => /r/.test(letters) && /s/.test(letters));
  return {
    reads: [...new Set(reads.map(({ type }) => type))],
    writes: all.some(({ type, letters }) => type === '*' && /c/.test(letters) && /u/.test(letters)),
  };
};

/** The scopes of a grant in the words in which they are given. */
const scopesIn = ({ reads, writes }: Grant): string[] => [
  ...(reads.includes('*') ? ['system/*.rs'] : reads.map((type) => `system/${type}.rs`)),
  ...(writes ? ['system/*.cu'] : []),
];

/** Whether a scope is one that clients are given. */
export const isClientScope = (scope: string): boolean => scopesIn(grantOf([scope])).includes(scope);

/** What of the scopes asked a client has: never more than it was given. */
export const narrowed = (given: readonly string[], asked: readonly string[]): string[] => {
  const [has, wants] = [grantOf(given), grantOf(asked)];
  const reads = has.reads.includes('*')
    ? wants.reads
    : wants.reads.includes('*')
      ? has.reads
      : wants.reads.filter((type) => has.reads.includes(type));
  return scopesIn({ reads, writes: has.writes && wants.writes });
};
