import { type Alteration, alterationOf, isSequenceChange } from './alteration.ts';
import { type AtomTier, tierOf } from './atom.ts';
import type { Profile } from './profile.ts';

/** What is known of a patient's tumour. */
export interface Found {
  readonly alterations: readonly Alteration[];
  /** Genes whose sequence was read, and alterations that were searched for and not found. */
  readonly absent: readonly Alteration[];
  /** Genes whose sequence was read: what is not found in them is not there. */
  readonly tested: ReadonlySet<string>;
}

export type Judged =
  | { readonly holds: true; readonly tier: AtomTier; readonly by: readonly string[] }
  | { readonly holds: false }
  /** Neither found nor known to be absent; `open` are the atoms that would decide. */
  | { readonly holds: null; readonly open: readonly string[] };

const WORST: readonly AtomTier[] = ['exact', 'category', 'class'];

const worse = (a: AtomTier, b: AtomTier): AtomTier =>
  WORST.indexOf(a) >= WORST.indexOf(b) ? a : b;

const atomCache = new Map<string, Alteration>();

const atomOf = (text: string): Alteration => {
  let atom = atomCache.get(text);
  if (atom === undefined) {
    atom = alterationOf(text);
    atomCache.set(text, atom);
  }
  return atom;
};

const bestOf = (atom: Alteration, found: Found): { tier: AtomTier; by: string } | null => {
  let best: { tier: AtomTier; by: string } | null = null;
  for (const one of found.alterations) {
    const tier = tierOf(atom, one);
    if (tier === null) continue;
    if (best === null || WORST.indexOf(tier) < WORST.indexOf(best.tier))
      best = { tier, by: one.text };
  }
  return best;
};

/** A gene is known to be wild type where its sequence was read and nothing was found in it. */
const isWildType = (gene: string, { tested, alterations, absent }: Found): boolean | null => {
  if (alterations.some((one) => one.gene === gene && isSequenceChange(one))) return false;
  if (tested.has(gene)) return true;
  return absent.some((one) => one.gene === gene && /^(?:|mutation|wildtype)$/.test(one.change))
    ? true
    : null;
};

const isAbsent = (atom: Alteration, found: Found): boolean => {
  const named = found.absent.some(
    (one) =>
      one.change !== '' &&
      // What holds of a whole category that is absent holds of the one.
      (tierOf(atom, one) === 'exact' || tierOf(one, atom) !== null),
  );
  if (named) return true;
  return (
    isSequenceChange(atom) && (found.tested.has(atom.gene) || isWildType(atom.gene, found) === true)
  );
};

const judgeAtom = (text: string, found: Found): Judged => {
  const atom = atomOf(text);
  const hit = bestOf(atom, found);
  if (hit !== null) return { holds: true, tier: hit.tier, by: [hit.by] };
  if (atom.change === 'wildtype') {
    const wild = isWildType(atom.gene, found);
    if (wild === null) return { holds: null, open: [text] };
    return wild ? { holds: true, tier: 'exact', by: [text] } : { holds: false };
  }
  return isAbsent(atom, found) ? { holds: false } : { holds: null, open: [text] };
};

const opened = (parts: readonly Judged[]): string[] =>
  parts.flatMap((part) => (part.holds === null ? part.open : []));

/**
 * Whether a profile holds of what was found: three-valued, for what was not tested is unknown and satisfies nothing, and
 * `NOT` no more than the rest. The tier of a conjunction is that of its loosest part, of a disjunction that of its best.
 */
export const judge = (profile: Profile, found: Found): Judged => {
  if (profile.kind === 'atom') return judgeAtom(profile.text, found);
  if (profile.kind === 'not') {
    const inner = judge(profile.of, found);
    if (inner.holds === null) return inner;
    return inner.holds ? { holds: false } : { holds: true, tier: 'exact', by: [] };
  }
  const parts = profile.of.map((part) => judge(part, found));
  const true_ = parts.filter((part) => part.holds === true);
  if (profile.kind === 'and') {
    if (parts.some((part) => part.holds === false)) return { holds: false };
    if (true_.length < parts.length) return { holds: null, open: opened(parts) };
    return {
      holds: true,
      tier: true_.map(({ tier }) => tier).reduce(worse),
      by: true_.flatMap(({ by }) => by),
    };
  }
  const [best] = true_.toSorted((a, b) => WORST.indexOf(a.tier) - WORST.indexOf(b.tier));
  if (best !== undefined) return best;
  return parts.every((part) => part.holds === false)
    ? { holds: false }
    : { holds: null, open: opened(parts) };
};
