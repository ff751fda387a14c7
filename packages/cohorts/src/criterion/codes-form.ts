import * as v from 'valibot';
import type { CriterionForm } from './module.ts';

/** Codes one choice may hold. */
export const MOST_CODES = 500;

/** Codes in one order, once each. */
export const sorted = <Code extends string>(codes: readonly Code[]): Code[] =>
  [...new Set(codes)].sort();

/** The parts of an address's value. */
export const parts = (text: string): string[] => text.split(',').filter((part) => part !== '');

/** Those that are well-formed, once each, as many as a choice may hold. */
export const wellFormed = (
  codes: readonly string[],
  isWellFormed: (code: string) => boolean,
): string[] => [...new Set(codes)].filter(isWellFormed).slice(0, MOST_CODES);

const small = (value: string): string => value.toLowerCase();

/** Members of a closed list that an address names, without regard to case, in the list's own order. */
export const members = <Value extends string>(
  texts: readonly string[],
  list: readonly Value[],
  spelled: (value: Value) => string = small,
): Value[] => {
  const given = new Set(texts.map(small));
  return list.filter((value) => given.has(small(spelled(value))));
};

type Own = Pick<CriterionForm<never>, 'name' | 'detail'>;

/** Codes of a long list. Unknown ones are retained, so that the linter can say which. */
export const codesForm = ({
  name,
  detail,
  shape,
}: Own & { shape: RegExp }): CriterionForm<string[]> => ({
  name,
  detail,
  schema: v.array(v.string()),
  blank: [],
  asks: (codes) => codes.length > 0,
  canonical: sorted,
  write: (codes) => codes.join(','),
  read: (text) => wellFormed(parts(text), (code) => shape.test(code)),
});

/** Members of a short closed list. */
export const choiceForm = <const Value extends string>({
  name,
  detail,
  values,
  spelled = small,
}: Own & {
  readonly values: readonly Value[];
  /** A member in an address. */
  readonly spelled?: (value: Value) => string;
}): CriterionForm<Value[]> => ({
  name,
  detail,
  schema: v.array(v.picklist(values)),
  blank: [],
  asks: (chosen) => chosen.length > 0,
  canonical: sorted,
  write: (chosen) => chosen.map(spelled).join(','),
  read: (text) => members(parts(text), values, spelled),
});
