/**
 * Chinese names found by their sound: `feiai`, `fa` and `feia` find 肺癌. The readings stand as data, so that
 * the browser does not carry a dictionary of all characters; `pinyin-table.test.ts` holds them to pinyin-pro.
 */
import { once, rows } from '../rows.ts';
import { PINYIN_ROWS } from './pinyin-rows.ts';

const readings = once(() => {
  const all = new Map<string, string[]>();
  for (const [syllable = '', characters = ''] of rows(PINYIN_ROWS)) {
    for (const character of characters) {
      const known = all.get(character) ?? [];
      // A keyboard has no ü: people type v, or u.
      known.push(syllable, ...(syllable.includes('v') ? [syllable.replace('v', 'u')] : []));
      all.set(character, known);
    }
  }
  return all as ReadonlyMap<string, readonly string[]>;
});

/** The rest of what was typed after one character took a syllable of it, its beginning where that is all, or its initial. */
const afterOne = (typed: string, syllables: readonly string[]): string[] =>
  syllables.flatMap((syllable) => [
    ...(typed.startsWith(syllable) ? [typed.slice(syllable.length)] : []),
    ...(syllable.startsWith(typed) ? [''] : []),
    ...(typed.startsWith(syllable.charAt(0)) ? [typed.slice(1)] : []),
  ]);

/** Whether letters sound a Chinese name from its beginning: `all` of it, its `start`, or `no`. */
export const soundsLike = (name: string, typed: string): 'all' | 'start' | 'no' => {
  let open = new Set([typed]);
  const characters = [...name];
  for (const [i, character] of characters.entries()) {
    const syllables = readings().get(character);
    if (syllables === undefined) return 'no';
    const next = new Set([...open].flatMap((rest) => afterOne(rest, syllables)));
    if (next.size === 0) return 'no';
    if (next.has('')) return i === characters.length - 1 ? 'all' : 'start';
    open = next;
  }
  return 'no';
};
