import type { Names } from '../attributes/kind.ts';
import { numberText } from '../attributes/number-text.ts';
import { demographics } from '../domains/demographics.ts';
import { type DomainName, domainOf } from '../domains/registry.ts';
import {
  type Correlated,
  type Criterion,
  type CriterionValue,
  type Demographic,
  type Group,
  isEmpty,
  readCriterion,
} from '../schema/criteria.ts';
import type { CountColumn } from '../schema/window.ts';
import { COLUMN_NAMES } from '../sql/count-columns.ts';
import { adjustmentWords, dayWords, otherWords, personWords, windowWords } from './words.ts';

/** How deep a list is nested, and what its windows are around. */
interface Around {
  readonly names: Names;
  readonly level: number;
  readonly index: string;
}

const indent = (level: number): string => ' '.repeat(level * 4);

const COUNTED: Partial<Record<CountColumn, string>> = {
  DOMAIN_CONCEPT: 'standard concepts',
  START_DATE: 'start dates',
  VISIT_ID: 'visits',
};

const correlatedWords = (
  { StartWindow, EndWindow, RestrictVisit, IgnoreObservationPeriod }: Correlated,
  index: string,
): string => {
  const windows = [StartWindow, EndWindow].flatMap((window) =>
    window !== undefined && (window.Start?.Days !== undefined || window.End?.Days !== undefined)
      ? [windowWords(window, index)]
      : [],
  );
  const restricts = [
    ...(RestrictVisit ? [`at same visit as ${index}`] : []),
    ...(IgnoreObservationPeriod ? ['allow events outside observation period'] : []),
  ];
  return [windows.join(' and '), restricts.join(' and ')].filter(Boolean).join('; ');
};

/** A domain's events by name: `condition occurrences of 'Lung cancer' for the first time in the person's history`. */
const eventsWords = (
  name: DomainName,
  value: CriterionValue,
  plural: boolean,
  names: Names,
): string => {
  const domain = domainOf(name);
  const first = value.First === true;
  // The spelling is circe's, so that the two texts compare.
  if (name === 'ObservationPeriod')
    return `observation period${plural && !first ? 's' : ''}${first ? " (first obsrvation period in person's history)" : ''}`;
  const once = first ? " for the first time in the person's history" : '';
  if (name === 'PayerPlanPeriod') return `payer plan period${plural && !first ? 's' : ''}${once}`;
  const uncounted = name === 'Death' || name === 'LocationRegion';
  const what = name === 'LocationRegion' ? 'location' : domain.name.en;
  const source = domain.source === null ? undefined : value[domain.source.field];
  const including =
    source === undefined
      ? ''
      : ` (including ${names.codeset(source as number, domain.source?.any ?? domain.any)} source concepts)`;
  return `${what}${plural && !first && !uncounted ? 's' : ''} of ${names.codeset(value.CodesetId, domain.any)}${including}${once}`;
};

/** @param correlated what says how often and when, where the criterion stands around an event */
export const criterionWords = (
  criterion: Criterion,
  around: Around,
  plural = true,
  correlated?: Correlated,
): string => {
  const { name, value } = readCriterion(criterion);
  const { names, level, index } = around;
  const { attributes, any } = domainOf(name);
  const asks = [
    correlated === undefined ? '' : correlatedWords(correlated, index),
    personWords(attributes, value, names),
    value.DateAdjustment === undefined ? '' : adjustmentWords(value.DateAdjustment),
    dayWords(attributes, value, names),
    ...otherWords(attributes, value, names),
  ].filter(Boolean);
  const inner = value.CorrelatedCriteria;
  const own =
    name === 'ObservationPeriod' || name === 'PayerPlanPeriod'
      ? any
      : names.codeset(value.CodesetId, any);
  const end =
    inner === undefined || isEmpty(inner)
      ? '.'
      : `; ${groupWords(inner, { names, level, index: own })}`;
  return `${eventsWords(name, value, plural, names)}${asks.length === 0 ? '' : `, ${asks.join('; ')}`}${end}`;
};

const TIMES = ['exactly', 'at most', 'at least'] as const;

const countWords = (correlated: Correlated, around: Around): string => {
  const { Type, Count, IsDistinct, CountColumn = 'DOMAIN_CONCEPT' } = correlated.Occurrence;
  const times = Type === 0 && Count === 0 ? 'no' : `${TIMES[Type]} ${numberText(Count)}`;
  const distinct = IsDistinct
    ? ` distinct ${COUNTED[CountColumn] ?? COLUMN_NAMES[CountColumn].replaceAll('_', ' ')} from`
    : '';
  return `having ${times}${distinct} ${criterionWords(correlated.Criteria, around, Count !== 1, correlated)}`;
};

const demographicWords = (demographic: Demographic, { names }: Around): string => {
  const asks = [
    personWords(demographics, demographic, names),
    dayWords(demographics, demographic, names),
    ...otherWords(demographics, demographic, names),
  ].filter(Boolean);
  return asks.length === 0
    ? 'any event (no demographic criteria specified).'
    : `with the following event criteria: ${asks.join('; ')}.`;
};

const HOW = { ALL: 'all', ANY: 'any', AT_LEAST: 'at least', AT_MOST: 'at most' } as const;

/** A group as a numbered list; of one criterion, that alone. */
export const groupWords = (group: Group, around: Around): string => {
  const { Type, Count, CriteriaList, DemographicCriteriaList, Groups } = group;
  const counted = Type === 'AT_LEAST' || Type === 'AT_MOST';
  const several = CriteriaList.length + DemographicCriteriaList.length > 1;
  if (!several && !counted && Groups.length === 0) {
    const [one] = CriteriaList;
    const [person] = DemographicCriteriaList;
    return `${one === undefined ? '' : countWords(one, around)}${person === undefined ? '' : demographicWords(person, around)}`;
  }
  const within = { ...around, level: around.level + 1 };
  let n = 0;
  const item = (words: string) => `\n${indent(within.level)}${++n}. ${words}`;
  return [
    `with ${HOW[Type]}${counted ? ` ${numberText(Count ?? 0)}` : ''} of the following criteria:`,
    ...DemographicCriteriaList.map((each) => item(demographicWords(each, within))),
    '\n',
    ...CriteriaList.map((each) => item(countWords(each, within))),
    '\n',
    ...Groups.map((each) => item(groupWords(each, within))),
  ].join('');
};
