import { nameWords } from '@nodp/database';
import { pinyinWords } from '@nodp/linkage';
import type { JsonDataSet, JsonElement, JsonValue, PersonName } from '../json/dicom-json.ts';
import type { AttributeOf } from '../part10/dictionary.ts';
import type { DicomQuestion } from './question.ts';

/** VRs that wild cards are read in (PS3.4 C.2.2.2.4). */
const WILD = new Set(['AE', 'CS', 'LO', 'LT', 'PN', 'SH', 'ST', 'UC', 'UR', 'UT']);
const RANGES = new Set(['DA', 'TM', 'DT']);

const fold = (text: string): string => text.normalize('NFKC').toLowerCase();

/** Whether a text is the pattern, in which “*” is any characters and “?” one. No expression is built of what is asked. */
export const fits = (pattern: string, text: string): boolean => {
  const [p, t] = [[...pattern], [...text]];
  let [i, j, star, from] = [0, 0, -1, 0];
  while (j < t.length) {
    if (p[i] === '*') {
      star = i++;
      from = j;
    } else if (i < p.length && (p[i] === '?' || p[i] === t[j])) {
      i++;
      j++;
    } else if (star >= 0) {
      i = star + 1;
      j = ++from;
    } else return false;
  }
  while (p[i] === '*') i++;
  return i === p.length;
};

/** A time of day, a day, or both, without the marks between (PS3.4 C.2.2.2.5): a hyphen makes a range. */
const inRange = (asked: string, vr: string, text: string): boolean => {
  const plain = (of: string) => (vr === 'DA' ? of.replace(/[.\s]/g, '') : of.replace(/[:\s]/g, ''));
  const [value, said] = [plain(text), plain(asked)];
  const [, from, to] = /^(\d*\.?\d*)-(\d*\.?\d*)$/.exec(said) ?? [];
  if (from === undefined || to === undefined) return value.startsWith(said);
  // As exactly as it was asked: an hour ends with its last second.
  return (
    (from === '' || value.slice(0, from.length) >= from) &&
    (to === '' || value.slice(0, to.length) <= to)
  );
};

const trimmedName = (text: string): string => fold(text).replace(/\^+$/, '').trim();

/** Whether a name has the pattern in any of its groups, with its components or written together. */
const nameFits = (pattern: string, name: PersonName): boolean => {
  const groups = [name.Alphabetic, name.Ideographic, name.Phonetic].filter(
    (group) => group !== undefined,
  );
  const asked = trimmedName(pattern);
  const plain = asked.replace(/[\s^]+/g, '');
  return groups.some((group) => {
    const own = trimmedName(group);
    return fits(asked, own) || (!asked.includes('^') && fits(plain, own.replace(/[\s^]+/g, '')));
  });
};

/** Whether every word that is asked for begins a word of the name, or of its pinyin. */
const nameNear = (pattern: string, name: PersonName): boolean => {
  const groups = Object.values(name).filter((group) => group !== undefined) as string[];
  const words = groups.flatMap((group) => [
    ...nameWords(group),
    ...nameWords(group.replace(/[\s^]+/g, '')),
    ...pinyinWords(group.replace(/[\s^]+/g, '')),
  ]);
  const asked = nameWords(pattern.replace(/[*?]/g, ' '));
  return asked.every((word) => words.some((own) => own.startsWith(word)));
};

const valueFits = (
  { vr }: AttributeOf,
  asked: string,
  value: JsonValue,
  fuzzy: boolean,
): boolean => {
  if (value === null) return false;
  if (vr === 'PN' && typeof value === 'object') {
    const name = value as PersonName;
    const groups = asked.split('=').filter((group) => group !== '');
    return groups.every((group) => nameFits(group, name) || (fuzzy && nameNear(group, name)));
  }
  const text = String(value);
  if (vr === 'UI') return asked.split(/[\\,]/).some((uid) => uid.trim() === text);
  if (RANGES.has(vr)) return inRange(asked, vr, text);
  if (!WILD.has(vr)) return Number(asked) === Number(value) || asked === text;
  // Several values may be asked for: any of them.
  return asked.split('\\').some((one) => fits(one, text) || fits(fold(one), fold(text)));
};

const elementFits = (
  path: readonly AttributeOf[],
  asked: string,
  set: JsonDataSet,
  fuzzy: boolean,
): boolean => {
  const [first, ...rest] = path;
  if (first === undefined) return true;
  const element: JsonElement | undefined = set[first.tag];
  if (rest.length > 0)
    return (element?.Value ?? []).some(
      (item) =>
        typeof item === 'object' &&
        item !== null &&
        elementFits(rest, asked, item as JsonDataSet, fuzzy),
    );
  if (asked === '' || asked === '*') return true;
  return (element?.Value ?? []).some((value) => valueFits(first, asked, value, fuzzy));
};

/** Whether a data set answers a question (PS3.4 C.2.2.2): every condition, by its VR. */
export const answers = ({ conditions, fuzzy }: DicomQuestion, set: JsonDataSet): boolean =>
  conditions.every(({ path, text }) => elementFits(path, text, set, fuzzy));
