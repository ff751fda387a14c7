import type { Label } from '@nodp/terminology';
import { FieldError, type Fields, type Given, readField } from './fields.ts';

/** `seen`: read from its source; else held as its compiler knows it, until the clinical board confirms it. */
export type Mark = 'seen' | 'known' | 'draft';

export type Json =
  | null
  | boolean
  | number
  | string
  | readonly Json[]
  | { readonly [key: string]: Json };

/** What a rule says of one case. */
export interface Decision<Value extends Json = Json> {
  /** Null where the rule gives no answer. */
  readonly value: Value | null;
  /** Why, in sentences, in the order in which it was asked; what was assumed with it. */
  readonly explanation: readonly Label[];
  /** Fields that are not known and would have been used. */
  readonly missing: readonly string[];
  /** Why the rule is not for this case; null where it is. */
  readonly notApplicable: Label | null;
}

/** A clinical rule as it is listed, tried and shown: what it is asked, what it answers, where it comes from. */
export interface ClinicalRule {
  readonly id: string;
  readonly version: number;
  readonly title: Label;
  /** Author, journal, year, or document and edition. */
  readonly source: string;
  /** The same in Chinese, where it is words and not a citation. */
  readonly sourceInChinese?: string;
  readonly mark: Mark;
  /** The people it was made from; null for a definition that has none. */
  readonly population: Label | null;
  readonly fields: Fields;
  /** Parts of the answer that a file may hold as expected, beside `expected` for the whole. */
  readonly outputs: readonly string[];
  /** Names under which a file of several rules keeps its cases. */
  readonly names: readonly string[];
  /** The answer of one case. Throws `FieldError` where a value cannot be read. */
  readonly decide: (raw: Readonly<Record<string, unknown>>) => Decision;
  /** Whether an expected value is the one given; the ordinary comparison where absent. */
  readonly agrees?: (expected: unknown, value: Json | null) => boolean;
}

interface Definition<F extends Fields> extends Omit<ClinicalRule, 'decide' | 'names' | 'outputs'> {
  readonly fields: F;
  readonly outputs?: readonly string[];
  readonly names?: readonly string[];
  readonly decide: (given: Given<F>) => Decision;
}

/** The values of a case by the rule's own field names; unknown names are an error. */
const readCase = <F extends Fields>(
  fields: F,
  raw: Readonly<Record<string, unknown>>,
): Given<F> => {
  const names = new Map(
    Object.entries(fields).flatMap(([name, field]) =>
      [name, ...(field.names ?? [])].map((written) => [written, name] as const),
    ),
  );
  const read: Record<string, unknown> = Object.fromEntries(
    Object.keys(fields).map((name) => [name, null]),
  );
  for (const [written, value] of Object.entries(raw)) {
    const name = names.get(written);
    const field = name === undefined ? undefined : fields[name];
    if (name === undefined || field === undefined)
      throw new FieldError(
        written,
        `there is no such field; there are ${Object.keys(fields).join(', ')}`,
        `没有此字段；可用：${Object.keys(fields).join('、')}`,
      );
    read[name] = readField(written, field, value);
  }
  return read as Given<F>;
};

export const clinicalRule = <F extends Fields>(definition: Definition<F>): ClinicalRule => ({
  ...definition,
  outputs: definition.outputs ?? [],
  names: [definition.id, ...(definition.names ?? [])],
  decide: (raw) => definition.decide(readCase(definition.fields, raw)),
});

/** Fields that are not known. */
export const missingOf = (
  given: Readonly<Record<string, unknown>>,
  names: readonly string[],
): string[] => names.filter((name) => given[name] === null);

/** No answer, because values are missing. */
export const needs = (missing: readonly string[]): Decision<never> => ({
  value: null,
  explanation: [{ en: `Needs: ${missing.join(', ')}.`, zh: `缺少：${missing.join('、')}。` }],
  missing,
  notApplicable: null,
});

/** No answer, because the rule is not for such a case. */
export const notFor = (en: string, zh: string): Decision<never> => ({
  value: null,
  explanation: [],
  missing: [],
  notApplicable: { en, zh },
});

/** An answer with the sentences that lead to it. */
export const decided = <Value extends Json>(
  value: Value,
  explanation: readonly Label[],
): Decision<Value> => ({ value, explanation, missing: [], notApplicable: null });

/** Where a rule comes from: a paper is cited in every language as it was published. */
export const sourceOf = ({
  source,
  sourceInChinese = source,
}: Pick<ClinicalRule, 'source' | 'sourceInChinese'>): Label => ({
  en: source,
  zh: sourceInChinese,
});
