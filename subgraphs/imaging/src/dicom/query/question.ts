import { type AttributeOf, attributeNamed } from '../part10/dictionary.ts';

/** An attribute, or one within sequences, that has to match; empty text matches everything. */
export interface Condition {
  readonly path: readonly AttributeOf[];
  readonly text: string;
}

export type Level = 'study' | 'series' | 'instance';

/** A search as PS3.18 10.6 asks it. */
export interface DicomQuestion {
  readonly conditions: readonly Condition[];
  /** Further attributes that are shown; `all` for every one that is retained. */
  readonly include: readonly string[] | 'all';
  readonly fuzzy: boolean;
  readonly limit: number;
  readonly offset: number;
}

/** A search that is not understood; the message says which part. */
export class QuestionRefused extends Error {}

/** Answers to one question: the next are asked for by `offset`. */
const MOST_ANSWERS = 1_000;
const MOST_OFFSET = 100_000;
const MOST_CONDITIONS = 40;
const LONGEST = 4_000;

const pathOf = (name: string): AttributeOf[] | null => {
  const parts = name.split('.').map(attributeNamed);
  return parts.every((part) => part !== undefined) ? (parts as AttributeOf[]) : null;
};

const numberIn = (text: string, name: string, most: number): number => {
  if (!/^\d{1,9}$/.test(text)) throw new QuestionRefused(`${name}=${text} is no whole number.`);
  const value = Number(text);
  if (value > most) throw new QuestionRefused(`${name} is at most ${most}.`);
  return value;
};

/**
 * Reads a search from its address: attributes by keyword or tag, within sequences parted by “.”.
 * @throws QuestionRefused that names the parameter that is not understood
 */
export const readDicomQuestion = (query: URLSearchParams): DicomQuestion => {
  const conditions: Condition[] = [];
  const include: string[] = [];
  let all = false;
  let [fuzzy, limit, offset] = [false, MOST_ANSWERS, 0];
  for (const [name, text] of query) {
    if (text.length > LONGEST) throw new QuestionRefused(`${name} is longer than ${LONGEST}.`);
    if (name === 'limit') limit = Math.min(numberIn(text, name, 2 ** 30), MOST_ANSWERS);
    else if (name === 'offset') offset = numberIn(text, name, MOST_OFFSET);
    else if (name === 'fuzzymatching') fuzzy = text.toLowerCase() === 'true';
    else if (name === 'includefield') {
      for (const one of text.split(',')) {
        if (one === 'all') all = true;
        else {
          const path = pathOf(one);
          if (path?.[0] === undefined)
            throw new QuestionRefused(`includefield=${one}: no attribute has this keyword or tag.`);
          include.push(path[0].tag);
        }
      }
    } else if (name !== 'accept' && name !== 'charset') {
      const path = pathOf(name);
      if (path === null)
        throw new QuestionRefused(`${name}: no attribute has this keyword or tag.`);
      conditions.push({ path, text });
    }
  }
  if (conditions.length > MOST_CONDITIONS)
    throw new QuestionRefused(`More than ${MOST_CONDITIONS} attributes are asked for.`);
  return { conditions, include: all ? 'all' : include, fuzzy, limit, offset };
};

/** The texts that a condition on a top-level attribute asks for; empty where there is none. */
export const askedOf = ({ conditions }: DicomQuestion, tag: string): string =>
  conditions.find(({ path }) => path.length === 1 && path[0]?.tag === tag)?.text ?? '';
