/** Makes the readings of `search/pinyin-rows.ts`, for the test that holds that file to pinyin-pro. */
import { pinyin } from 'pinyin-pro';
import { biomarkers } from '../biomarkers/biomarkers.ts';
import { drugs, regimens } from '../drugs/index.ts';
import { morphologies } from '../icd-o-3/morphology.ts';
import { PROVINCES } from '../regions/provinces.ts';
import { siteWords } from '../sites/site-words.ts';
import { SITE_CHOICES } from '../sites/sub-sites.ts';

/** Every Chinese name that a picker finds. */
const names = (): string[] => [
  ...SITE_CHOICES.map(({ label }) => label.zh),
  ...[...siteWords.values()].flat(),
  ...PROVINCES.flatMap(({ label, fullName }) => [label.zh, fullName.zh]),
  ...drugs().map(({ label }) => label.zh),
  ...regimens().map(({ label }) => label.zh),
  ...biomarkers().map(({ label }) => label.zh),
  ...morphologies().flatMap(({ zh }) => (zh === null ? [] : [zh])),
];

/** The file: every reading that a character has in one of the names. */
export const pinyinFile = (): string => {
  const bySyllable = new Map<string, Set<string>>();
  for (const name of names()) {
    for (const run of name.match(/\p{Script=Han}+/gu) ?? []) {
      const syllables = pinyin(run, { toneType: 'none', type: 'array', v: true });
      [...run].forEach((character, i) => {
        const syllable = syllables[i] as string;
        const known = bySyllable.get(syllable) ?? new Set();
        bySyllable.set(syllable, known.add(character));
      });
    }
  }
  const lines = [...bySyllable]
    .map(([syllable, characters]) => `${syllable}|${[...characters].sort().join('')}`)
    .sort();
  return `/**
 * Readings of the characters in the Chinese names that pickers find: \`syllable|characters\`, without tones, ü as v.
 * Made by pinyin-pro (MIT); \`vitest run --project pure packages/terminology/src/search -u\` makes it anew.
 */
export const PINYIN_ROWS = \`
${lines.join('\n')}
\`;
`;
};
