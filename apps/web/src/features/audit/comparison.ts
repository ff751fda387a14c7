import type { PersonFact, Sex } from '../../graph/generated/graphql.ts';

/** What is compared of a statement about a person. */
export interface Compared {
  readonly name: string;
  readonly sex: Sex;
  /** YYYY, YYYY-MM or YYYY-MM-DD. */
  readonly birthDate: string | null;
  readonly nationalIdMasked: string | null;
}

export type Agreement = 'AGREES' | 'DIFFERS' | 'UNKNOWN';

/** As names are compared: width, case, spaces and the dots of foreign names do not count. */
const folded = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s·•.,]/g, '');

const agree = (known: boolean, same: boolean): Agreement =>
  known ? (same ? 'AGREES' : 'DIFFERS') : 'UNKNOWN';

/** Whether one statement agrees with another; what either does not know, or knows less precisely, does not differ. */
export const comparison = (
  one: Compared,
  other: Compared,
): Readonly<Record<PersonFact | 'NUMBER', Agreement>> => {
  const [a, b] = [folded(one.name), folded(other.name)];
  const [born, otherBorn] = [one.birthDate ?? '', other.birthDate ?? ''];
  return {
    NAME: agree(a !== '' && b !== '', a === b),
    SEX: agree(one.sex !== 'UNKNOWN' && other.sex !== 'UNKNOWN', one.sex === other.sex),
    BIRTH: agree(
      born !== '' && otherBorn !== '',
      born.startsWith(otherBorn) || otherBorn.startsWith(born),
    ),
    NUMBER: agree(
      one.nationalIdMasked !== null && other.nationalIdMasked !== null,
      one.nationalIdMasked === other.nationalIdMasked,
    ),
  };
};
