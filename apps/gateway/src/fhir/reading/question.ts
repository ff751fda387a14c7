import { decodeCursor } from '@nodp/graph';
import { GraphQLError } from 'graphql';
import { askedDate } from './dates.ts';
import { isId, type RowKey } from './naming.ts';
import { Refusal } from './refusal.ts';
import { type Reference, type ServedType, servedTypes } from './served.ts';

/** A code with its system: undefined where any is meant, null where none. */
export interface Token {
  readonly system: string | null | undefined;
  readonly code: string | null;
}

export type AskedDate = ReturnType<typeof askedDate>;

/** A search as it is understood. Each list of alternatives is joined by or, and all of them by and. */
export interface Question {
  readonly types: readonly ServedType[];
  readonly ids: readonly string[] | null;
  /** Ids of patients, as the institution or the platform calls them. */
  readonly patients: readonly string[] | null;
  /** `system|value`, or a value alone. */
  readonly identifiers: readonly string[] | null;
  readonly codes: readonly (readonly Token[])[];
  readonly dates: readonly AskedDate[];
  readonly updated: readonly AskedDate[];
  readonly statuses: readonly string[] | null;
  readonly born: readonly AskedDate[];
  readonly genders: readonly string[] | null;
  readonly include: readonly Reference[];
  readonly count: number;
  readonly after: RowKey | null;
  /** What was asked and is not known: left out of the search, which the answer says. */
  readonly ignored: readonly string[];
}

const MOST = 500;
const USUAL = 50;
/** Alternatives of one parameter, and parameters of one search: each makes the statement longer. */
const MOST_ALTERNATIVES = 100;
const MOST_PARAMETERS = 40;

const alternatives = (name: string, text: string): string[] => {
  const all = text
    .split(/(?<!\\),/)
    .map((one) => one.replace(/\\([,|$\\])/g, '$1'))
    .filter((one) => one !== '');
  if (all.length === 0)
    throw new Refusal(400, 'value', `${name} says nothing. Give it a value, or leave it out.`);
  if (all.length > MOST_ALTERNATIVES)
    throw new Refusal(
      400,
      'too-costly',
      `${name} has at most ${MOST_ALTERNATIVES} values; ask in parts.`,
    );
  return all;
};

const tokenOf = (text: string): Token => {
  const at = text.indexOf('|');
  if (at === -1) return { system: undefined, code: text };
  return { system: at === 0 ? null : text.slice(0, at), code: text.slice(at + 1) || null };
};

/** The id in `Patient/7`, `7`, or an address of ours that ends so. */
const patientIdOf = (name: string, text: string): string => {
  const id = /^(?:(?:https?:\/\/\S+\/)?Patient\/)?([A-Za-z0-9.-]{1,64})$/.exec(text)?.[1];
  if (id === undefined)
    throw new Refusal(400, 'value', `${name} is an id of a Patient: ${name}=Patient/7.`);
  return id;
};

const countOf = (text: string): number => {
  const count = Number(text);
  if (!/^\d+$/.test(text) || count < 1)
    throw new Refusal(400, 'value', `_count is a whole number from 1 to ${MOST}.`);
  return Math.min(count, MOST);
};

const afterOf = (text: string): RowKey => {
  try {
    const [patientId, id] = decodeCursor(text, ['uuid', 'uuid']) as [string, string];
    return { patientId, id };
  } catch (error) {
    if (error instanceof GraphQLError)
      throw new Refusal(400, 'value', '_page is taken from the link “next”.');
    throw error;
  }
};

const includedBy = (served: ServedType, text: string): Reference[] => {
  const [type, name] = text.split(':');
  if (type !== served.type && type !== '*')
    throw new Refusal(
      400,
      'value',
      `_include=${text.slice(0, 60)}: it begins with ${served.type}.`,
    );
  const found = served.references.filter((one) => name === '*' || one.name === name);
  if (found.length === 0) {
    const known = served.references.map((one) => `${served.type}:${one.name}`).join(', ');
    throw new Refusal(
      400,
      'not-supported',
      `There is no _include=${text.slice(0, 60)}; there are ${known}.`,
    );
  }
  return found;
};

/** Parameters that every type has. */
const COMMON = ['_id', '_lastUpdated', 'identifier'] as const;

/** Mutable while a query is read. */
type Draft = { -readonly [K in keyof Question]: Question[K] };

const readParameter = (draft: Draft, served: ServedType, name: string, text: string): boolean => {
  const { names } = served;
  const values = () => alternatives(name, text);
  const isPatient = served.type === 'Patient';
  if (name === '_id') {
    const ids = values();
    const wrong = ids.find((id) => !isId(id));
    if (wrong !== undefined)
      throw new Refusal(400, 'value', `“${wrong.slice(0, 80)}” is no id of FHIR R4.`);
    draft.ids = draft.ids === null ? ids : draft.ids.filter((id) => ids.includes(id));
  } else if (name === '_lastUpdated') draft.updated = [...draft.updated, askedDate(name, text)];
  else if (name === 'identifier') draft.identifiers = values();
  else if (!isPatient && (name === 'patient' || name === 'subject')) {
    const ids = values().map((one) => patientIdOf(name, one));
    draft.patients =
      draft.patients === null ? ids : draft.patients.filter((id) => ids.includes(id));
  } else if (name === names.code) draft.codes = [...draft.codes, values().map(tokenOf)];
  else if (name === names.date) draft.dates = [...draft.dates, askedDate(name, text)];
  else if (name === names.status) draft.statuses = values().map((one) => tokenOf(one).code ?? '');
  else if (isPatient && name === 'birthdate') draft.born = [...draft.born, askedDate(name, text)];
  else if (isPatient && name === 'gender') draft.genders = values();
  else return false;
  return true;
};

/** The parameters by which a type is searched, beside those that every type has. */
export const parametersOf = ({ type, names }: ServedType): { name: string; type: string }[] => [
  ...(type === 'Patient'
    ? [
        { name: 'birthdate', type: 'date' },
        { name: 'gender', type: 'token' },
      ]
    : [
        { name: 'patient', type: 'reference' },
        { name: 'subject', type: 'reference' },
      ]),
  ...(names.code === undefined ? [] : [{ name: names.code, type: 'token' }]),
  ...(names.date === undefined ? [] : [{ name: names.date, type: 'date' }]),
  ...(names.status === undefined ? [] : [{ name: names.status, type: 'token' }]),
];

const blank = (types: readonly ServedType[]): Draft => ({
  types,
  ids: null,
  patients: null,
  identifiers: null,
  codes: [],
  dates: [],
  updated: [],
  statuses: null,
  born: [],
  genders: null,
  include: [],
  count: USUAL,
  after: null,
  ignored: [],
});

/**
 * Reads the query of a search of one type.
 * @param strict refuses what is not known (`Prefer: handling=strict`); otherwise it is left out and said
 * @throws Refusal
 */
export const readQuestion = (
  served: ServedType,
  query: URLSearchParams,
  strict: boolean,
): Question => {
  if (query.size > MOST_PARAMETERS)
    throw new Refusal(400, 'too-costly', `A search has at most ${MOST_PARAMETERS} parameters.`);
  const draft = blank([served]);
  for (const [name, text] of query) {
    if (name === '_count') draft.count = countOf(text);
    else if (name === '_page') draft.after = afterOf(text);
    else if (name === '_include') draft.include = [...draft.include, ...includedBy(served, text)];
    else if (!readParameter(draft, served, name, text)) {
      if (strict && !['_format', '_pretty'].includes(name)) {
        const known = [
          ...COMMON,
          ...parametersOf(served).map((one) => one.name),
          '_include',
          '_count',
        ];
        throw new Refusal(
          400,
          'not-supported',
          `${served.type} is not searched by ${name.slice(0, 60)}; there are ${known.join(', ')}.`,
        );
      }
      if (!['_format', '_pretty'].includes(name))
        draft.ignored = [...draft.ignored, name.slice(0, 60)];
    }
  }
  return draft;
};

/** Everything of one patient: of the types, and since when it was recorded. @throws Refusal */
export const everythingOf = (patient: string, query: URLSearchParams): Question => {
  const asked = query.get('_type')?.split(',') ?? [...servedTypes.keys()];
  const types = asked.map((type) => {
    const served = servedTypes.get(type);
    if (served === undefined)
      throw new Refusal(400, 'not-supported', `_type: ${type.slice(0, 40)} is not read.`);
    return served;
  });
  const since = query.get('_since');
  const [count, page] = [query.get('_count'), query.get('_page')];
  return {
    ...blank(types),
    patients: [patient],
    ...(since === null ? {} : { updated: [askedDate('_since', `ge${since}`)] }),
    count: count === null ? MOST : countOf(count),
    after: page === null ? null : afterOf(page),
  };
};
