import { conceptList } from '../attributes/concepts.ts';
import type { Names } from '../attributes/kind.ts';
import { numberText } from '../attributes/number-text.ts';
import { kindOf } from '../attributes/registry.ts';
import type { Attribute } from '../domains/domain.ts';
import type { ConceptSet } from '../schema/concept-set.ts';
import type { Limit } from '../schema/expression.ts';
import type { Concept, DateAdjustment } from '../schema/values.ts';
import type { Window } from '../schema/window.ts';

/** Names of the concept sets of an expression, in quotes; one that it does not hold is called by its number. */
export const namesIn = (sets: readonly ConceptSet[]): Names => ({
  codeset: (id, otherwise) => {
    if (id === undefined) return otherwise;
    const set = sets.find((each) => each.id === id);
    return `'${set === undefined ? `concept set ${id}, which is not there` : set.name}'`;
  },
});

const LIMIT_WORDS = {
  All: 'all events',
  First: 'earliest event',
  Last: 'latest event',
} as const;

export const limitWords = ({ Type }: Limit): string => LIMIT_WORDS[Type ?? 'All'];
export const takesAll = ({ Type }: Limit): boolean => Type === null || Type === 'All';

export const daysWords = (days: number): string =>
  `${numberText(days)} day${days === 1 ? '' : 's'}`;

const edgeWords = { START_DATE: 'start date', END_DATE: 'end date' } as const;

export const adjustmentWords = ({
  StartWith,
  StartOffset,
  EndWith,
  EndOffset,
}: DateAdjustment): string => {
  const from = (offset: number) =>
    offset === 0 ? 'on' : `${numberText(Math.abs(offset))} days ${offset < 0 ? 'before' : 'after'}`;
  const start = StartWith === EndWith ? '' : ` the event ${edgeWords[StartWith]}`;
  return `starting ${from(StartOffset)}${start} and ending ${from(EndOffset)} the event ${edgeWords[EndWith]}`;
};

const side = (coeff: number): string => (coeff < 0 ? 'before' : 'after');

/** @param index what the window is around, e.g. `cohort entry` */
export const windowWords = (
  { Start, End, UseEventEnd, UseIndexEnd }: Window,
  index: string,
): string => {
  const part = UseEventEnd ? 'ending' : 'starting';
  const around = `${index} ${UseIndexEnd ? 'end date' : 'start date'}`;
  const [from, to] = [Start?.Days, End?.Days];
  const [fromSide, toSide] = [Start?.Coeff ?? 0, End?.Coeff ?? 0];
  const days = (of: number | undefined) => (of === undefined ? 'all' : numberText(of));
  if (from === undefined && to === 0 && fromSide === -1)
    return `${part} anytime on or before ${around}`;
  if (to === 1 && fromSide === -1 && toSide === -1)
    return `${part} ${from === undefined ? 'anytime' : `in the ${days(from)} days`} prior to ${around}`;
  if (from === undefined && (to ?? 0) > 1 && fromSide === -1)
    return `${part} anytime up to ${days(to)} days ${side(toSide)} ${around}`;
  if (to === undefined && (from ?? 0) > 0 && toSide === 1)
    return `${part}  ${days(from)} days ${side(fromSide)} ${around}`;
  return `${part} between ${days(from)} days ${side(fromSide)} and ${days(to)} days ${side(toSide)} ${around}`;
};

type Attributes = Readonly<Record<string, Attribute>>;
type Values = Readonly<Record<string, unknown>>;

const ofRole = (attributes: Attributes, value: Values, role: Attribute['role']): unknown => {
  const [field] = Object.entries(attributes).find(([, each]) => each.role === role) ?? [];
  return field === undefined ? undefined : value[field];
};

/** Who the person is: gender and age together. */
export const personWords = (attributes: Attributes, value: Values, names: Names): string => {
  const get = (role: Attribute['role']) => ofRole(attributes, value, role);
  const genders = (get('gender') as Concept[] | undefined) ?? [];
  const [age, end, set] = [get('age'), get('ageAtEnd'), get('genderSet')];
  const range = (given: unknown) => `${kindOf('integer').says(given, names)} years old`;
  const parts: string[] = [];
  if (genders.length > 0 || age !== undefined || end !== undefined) {
    const who = genders.length === 0 ? '' : ` ${conceptList(genders, '')}`;
    const comma = genders.length > 1 && (age !== undefined || end !== undefined) ? ',' : '';
    const start = age === undefined ? '' : ` ${range(age)}`;
    const both = age !== undefined && end !== undefined ? ' at era start and' : '';
    parts.push(
      `who are${who}${comma}${start}${both}${end === undefined ? '' : ` ${range(end)} at era end`}`,
    );
  }
  if (set !== undefined)
    parts.push(`who have gender ${kindOf('selection').says(set, names)} concept set`);
  return parts.join('; ');
};

/** On which days: start and end together. */
export const dayWords = (attributes: Attributes, value: Values, names: Names): string => {
  const says = (role: Attribute['role'], verb: string) => {
    const given = ofRole(attributes, value, role);
    return given === undefined ? [] : [`${verb} ${kindOf('date').says(given, names)}`];
  };
  return [...says('start', 'starting'), ...says('end', 'ending')].join(' and ');
};

/** What else a value asks, one after another in the order of its attributes. */
export const otherWords = (attributes: Attributes, value: Values, names: Names): string[] =>
  Object.entries(attributes).flatMap(([field, { kind, says, except }]) => {
    const given = value[field];
    if (given === undefined || says === null || given === false) return [];
    const turned = except !== undefined && value[except] === true;
    const sentence = turned ? says.replace(' is: %', ' is not: %') : says;
    const words = sentence.replace('%', () => kindOf(kind).says(given, names));
    return words === '' ? [] : [words];
  });
