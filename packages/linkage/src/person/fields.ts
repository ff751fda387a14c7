import { nearPhones, sharedTokens } from '../compare/contact.ts';
import { compareDates, DATE_LEVELS } from '../compare/date.ts';
import { compareNames, NAME_LEVELS } from '../compare/name.ts';
import { compareNumbers, NUMBER_LEVELS } from '../compare/number.ts';
import type { Field } from '../model/field.ts';
import type { Person } from './person.ts';

/** Shares of an address's tokens from which two are the same, written in two ways, or near. */
const SAME_ADDRESS = 0.8;
const NEAR_ADDRESS = 0.5;
const DAY = 10;

/** Where one of the two is known to the year or the month, the other's year says whether they may be the same. */
const compareBirths = (left: string, right: string): number => {
  if (left.length === DAY && right.length === DAY)
    return DATE_LEVELS.indexOf(compareDates(left, right));
  return DATE_LEVELS.indexOf(left.slice(0, 4) === right.slice(0, 4) ? 'year' : 'differs');
};

const CONTACT_LEVELS = ['both', 'phone', 'address', 'near', 'differs'] as const;

/**
 * Telephone and address are one field: people who live together share both, so that they are not two witnesses.
 */
const contact: Field<Person> = {
  name: 'contact',
  levels: CONTACT_LEVELS,
  compare: (a, b) => {
    const phones = a.phone !== null && b.phone !== null;
    const addresses = a.address !== null && b.address !== null;
    if (!phones && !addresses) return null;
    const shared = addresses ? sharedTokens(a.address as string[], b.address as string[]) : 0;
    const samePhone = phones && a.phone === b.phone;
    const sameAddress = shared >= SAME_ADDRESS;
    if (samePhone) return CONTACT_LEVELS.indexOf(sameAddress ? 'both' : 'phone');
    if (sameAddress) return CONTACT_LEVELS.indexOf('address');
    const near =
      shared >= NEAR_ADDRESS || (phones && nearPhones(a.phone as string, b.phone as string));
    return CONTACT_LEVELS.indexOf(near ? 'near' : 'differs');
  },
};

/** The terms of a name by which it may be rare or common: as written, and as it sounds. */
export const nameTerms = (person: Person): { written: string; sound: string } | null =>
  person.name === null
    ? null
    : { written: person.name.written, sound: person.name.sounds.join(' ') };

/** By what two persons are compared. */
export const PERSON_FIELDS: readonly Field<Person>[] = [
  {
    name: 'name',
    levels: NAME_LEVELS,
    compare: (a, b) =>
      a.name === null || b.name === null ? null : NAME_LEVELS.indexOf(compareNames(a.name, b.name)),
    term: (a, b, level) => {
      // Two names may sound alike and be typed differently: the more common sound counts once.
      const [one, other] = [nameTerms(a), nameTerms(b)].filter((terms) => terms !== null);
      if (level === NAME_LEVELS.indexOf('same')) return one?.written ?? null;
      if (level !== NAME_LEVELS.indexOf('sound')) return null;
      const sounds = [one?.sound ?? '', other?.sound ?? ''].sort();
      return sounds[0] ?? null;
    },
  },
  {
    name: 'born',
    levels: DATE_LEVELS,
    compare: (a, b) => (a.born === null || b.born === null ? null : compareBirths(a.born, b.born)),
  },
  {
    name: 'sex',
    levels: ['same', 'differs'],
    compare: (a, b) => (a.sex === null || b.sex === null ? null : a.sex === b.sex ? 0 : 1),
  },
  {
    name: 'number',
    levels: NUMBER_LEVELS,
    compare: (a, b) =>
      a.number === null || b.number === null
        ? null
        : NUMBER_LEVELS.indexOf(compareNumbers(a.number, b.number)),
  },
  contact,
];
