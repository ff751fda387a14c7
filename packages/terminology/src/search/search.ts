/** Finding a term of a list by any of its names, by its code or by the sound of its Chinese name. */
import { soundsLike } from './pinyin.ts';

/** By what a term is found. */
export type Findable = {
  /** In the order in which they stand for the term: what it is called first. */
  readonly names: readonly string[];
  /** Names of its parts: they find it after what bears the name itself. */
  readonly partNames?: readonly string[];
  /** Codes as written, with or without their point; a part of a code finds it too (`C34` and `34` find C34.1). */
  readonly codes?: readonly string[];
};

/** Letters and digits alike in width, case and accents. */
const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .replaceAll(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .trim();

const bareCode = (code: string): string => code.toUpperCase().replaceAll('.', '');

/** How well one name answers: 0 the name itself, rising; null where not at all. */
function rankOfName(name: string, typed: string): number | null {
  if (name === typed) return 0;
  if (name.startsWith(typed)) return 2;
  if (/^[a-z]+$/.test(typed) && /\p{Script=Han}/u.test(name)) {
    const sound = soundsLike(name, typed);
    return sound === 'all' ? 1 : sound === 'start' ? 3 : null;
  }
  const at = name.indexOf(typed);
  if (at < 0) return null;
  // Within a word an English name is found less well: `ung` finds lung after everything else.
  return /[a-z]/.test(typed.charAt(0)) && /[a-z]/.test(name.charAt(at - 1)) ? 6 : 4;
}

/** Codes of which a part was typed, and codes whose part is listed: C34.1 finds lung, which lists C34. */
function rankOfCode(codes: readonly string[], typed: string): number | null {
  if (!/^[a-z]?\d[\dx./-]*$/i.test(typed)) return null;
  const wanted = bareCode(typed);
  const found = codes.map(bareCode).map((code) => {
    // ICD-O and ICD-10 are known by their numbers: `34` is C34.
    const asked = /^\d/.test(wanted) && /^[A-Z]/.test(code) ? `${code.charAt(0)}${wanted}` : wanted;
    if (code === asked) return 0;
    return code.startsWith(asked) || (code.length >= 3 && asked.startsWith(code)) ? 2 : null;
  });
  return least(found);
}

const least = (ranks: readonly (number | null)[]): number | null => {
  const known = ranks.filter((rank) => rank !== null);
  return known.length === 0 ? null : Math.min(...known);
};

/** A later name answers a little less well than the first. */
const rankOf = ({ names, partNames = [], codes = [] }: Findable, typed: string): number | null =>
  least([
    rankOfCode(codes, typed),
    ...partNames.map((name) => {
      const rank = rankOfName(name, typed);
      return rank === null ? null : rank + 1;
    }),
    ...names.map((name, i) => {
      const rank = rankOfName(name, typed);
      return rank === null ? null : rank + Math.min(i, 2) * 0.25;
    }),
  ]);

/**
 * The entries that answer to everything typed, the best first, else in their own order; all where nothing is typed.
 * @param findable by what an entry is found; read once an entry, so it may be costly
 */
export function finder<Entry extends object>(
  findable: (entry: Entry) => Findable,
): (entries: readonly Entry[], typed: string) => Entry[] {
  const retained = new WeakMap<Entry, Findable>();
  const of = (entry: Entry): Findable => {
    let known = retained.get(entry);
    if (known === undefined) {
      const { names, partNames = [], codes = [] } = findable(entry);
      known = { names: names.map(folded), partNames: partNames.map(folded), codes };
      retained.set(entry, known);
    }
    return known;
  };
  return (entries, typed) => {
    const whole = folded(typed).replaceAll(/\s+/g, ' ');
    if (whole === '') return [...entries];
    const parts = whole.split(' ');
    return entries
      .map((entry, place) => {
        const asOne = rankOf(of(entry), whole);
        const byPart = parts.length > 1 ? parts.map((part) => rankOf(of(entry), part)) : [null];
        const every = byPart.includes(null)
          ? null
          : (byPart as number[]).reduce((a, b) => a + b) + 1;
        return { entry, place, rank: least([asOne, every]) };
      })
      .filter((hit) => hit.rank !== null)
      .sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0) || a.place - b.place)
      .map(({ entry }) => entry);
  };
}
