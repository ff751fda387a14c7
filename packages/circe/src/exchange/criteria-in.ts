import { type CohortDefinition, FINDINGS, type TimeEvent, TREATMENT_KINDS } from '@nodp/cohorts';
import type { ConceptSet } from '../schema/concept-set.ts';
import { type Criterion, type CriterionValue, readCriterion } from '../schema/criteria.ts';
import type { Concept, DateRange, NumericRange } from '../schema/values.ts';
import { meantBy } from './concepts-in.ts';
import type { Take } from './note.ts';
import { readOwn } from './own-concepts.ts';

/** Concepts of gender, the other way round. */
const SEX_OF: Readonly<Record<number, 'MALE' | 'FEMALE' | 'OTHER' | 'UNKNOWN'>> = {
  8507: 'MALE',
  8532: 'FEMALE',
  8521: 'OTHER',
  8551: 'UNKNOWN',
};

const ageIn = ({ Value, Op, Extent }: NumericRange): { from?: number; to?: number } | null => {
  if (Value === undefined) return null;
  switch (Op) {
    case 'gte':
      return { from: Value };
    case 'gt':
      return { from: Value + 1 };
    case 'lte':
      return { to: Value };
    case 'lt':
      return { to: Value - 1 };
    case 'eq':
      return { from: Value, to: Value };
    case 'bt':
      return Extent === undefined ? null : { from: Value, to: Extent };
    default:
      return null;
  }
};

/** Whole years: our definitions know the year of a diagnosis alone. */
const yearIn = ({
  Value = '',
  Op,
  Extent = '',
}: DateRange): { from?: number; to?: number } | null => {
  const first = /^(\d{4})-01-01$/.exec(Value)?.[1];
  const last = /^(\d{4})-12-31$/.exec(Op === 'bt' ? Extent : Value)?.[1];
  if (Op === 'gte' && first !== undefined) return { from: Number(first) };
  if (Op === 'lt' && first !== undefined) return { to: Number(first) - 1 };
  if (Op === 'lte' && last !== undefined) return { to: Number(last) };
  if (Op === 'gt' && last !== undefined) return { from: Number(last) + 1 };
  return Op === 'bt' && first !== undefined && last !== undefined
    ? { from: Number(first), to: Number(last) }
    : null;
};

/** Age, sex and year that a criterion or a demographic asks: the fields it read are named in `read`. */
export const personIn = (
  value: Readonly<Record<string, unknown>>,
  at: string,
  take: Take,
): { readonly nodes: CohortDefinition[]; readonly read: ReadonlySet<string> } => {
  const nodes: CohortDefinition[] = [];
  const read = new Set<string>();
  const age = value.Age === undefined ? null : ageIn(value.Age as NumericRange);
  if (age !== null) {
    nodes.push({ age });
    read.add('Age');
    take(
      'APPROXIMATE',
      `${at}.Age`,
      'Ours is the age at diagnosis in completed years; circe subtracts years.',
      '本平台为诊断时周岁；circe 以年份相减。',
    );
  }
  const sexes = ((value.Gender as Concept[] | undefined) ?? []).map(
    ({ CONCEPT_ID }) => SEX_OF[CONCEPT_ID],
  );
  if (sexes.length > 0 && sexes.every((sex) => sex !== undefined)) {
    nodes.push({ sex: sexes as ('MALE' | 'FEMALE' | 'OTHER' | 'UNKNOWN')[] });
    read.add('Gender');
  }
  const year =
    value.OccurrenceStartDate === undefined ? null : yearIn(value.OccurrenceStartDate as DateRange);
  if (year !== null) {
    nodes.push({ year });
    read.add('OccurrenceStartDate');
  }
  return { nodes, read };
};

/** Names every field of a value that was not read, but those that ask nothing. */
export const nameUnread = (
  value: Readonly<Record<string, unknown>>,
  read: ReadonlySet<string>,
  at: string,
  take: Take,
): void => {
  for (const [field, given] of Object.entries(value)) {
    if (read.has(field) || given === undefined || given === false) continue;
    take(
      'LEFT_OUT',
      `${at}.${field}`,
      `Ours has no equivalent of ${field}.`,
      `本平台没有与 ${field} 对应的条件。`,
    );
  }
};

const findingsIn = (
  value: CriterionValue,
): { findings: (typeof FINDINGS)[number][]; whole: boolean } => {
  const given = (value.ValueAsConcept as Concept[] | undefined) ?? [];
  const found = given.map((concept) => {
    const code = readOwn(concept)?.of ?? concept.CONCEPT_NAME?.toUpperCase();
    return FINDINGS.find((each) => each === code);
  });
  return {
    findings: found.filter((each) => each !== undefined),
    whole: !found.includes(undefined),
  };
};

/** Events of ours that a criterion finds, any of which will do; sites, where it is a diagnosis. Empty, with a note, where it finds none. */
export const eventsIn = (
  criterion: Criterion,
  sets: readonly ConceptSet[],
  at: string,
  take: Take,
): { readonly events: TimeEvent[]; readonly sites: string[]; readonly any: boolean } => {
  const { name, value } = readCriterion(criterion);
  const place = `${at}.${name}`;
  const nothing = { events: [], sites: [], any: false };
  const read = new Set(['CodesetId', 'CorrelatedCriteria', 'First']);
  if (name === 'Death') {
    nameUnread(value, new Set(['CorrelatedCriteria']), place, take);
    return { ...nothing, events: [{ mark: 'DEATH' }] };
  }
  const meant = meantBy(value.CodesetId, sets, take);
  if (name === 'ConditionOccurrence' || name === 'ConditionEra')
    return { events: [], sites: meant.sites, any: meant.any || value.CodesetId === undefined };
  const events: TimeEvent[] = [];
  if (name === 'DrugExposure' || name === 'DrugEra' || name === 'ProcedureOccurrence') {
    if (meant.drugs.length > 0) events.push({ treatment: { drugs: meant.drugs } });
    for (const each of meant.treatments) {
      const kind = TREATMENT_KINDS.find((known) => known === each);
      if (kind !== undefined) events.push({ treatment: { kind } });
    }
    if (name !== 'ProcedureOccurrence' && value.CodesetId === undefined)
      events.push({ treatment: { kind: 'SYSTEMIC' } });
  }
  if (name === 'Measurement') {
    const { findings, whole } = findingsIn(value);
    if (whole) read.add('ValueAsConcept');
    for (const biomarker of meant.biomarkers)
      events.push({ biomarker: { biomarker, ...(findings.length > 0 ? { findings } : {}) } });
  }
  if (events.length === 0)
    take(
      'LEFT_OUT',
      place,
      `Ours has no event of ${name} with these concepts.`,
      `本平台没有含这些概念的 ${name} 事件。`,
    );
  else nameUnread(value, read, place, take);
  return { ...nothing, events };
};
