/** A lesion while it is typed. */
import { nationalDay } from '@nodp/terminology/national-time';
import type { LesionInput } from '../../../../graph/generated/graphql.ts';
import type { Lesion } from './data.ts';

/** Every field as typed. */
export type Draft = {
  -readonly [Field in keyof Required<Omit<LesionInput, 'tumour' | 'fieldPosition'>>]: NonNullable<
    LesionInput[Field]
  >;
} & { tumour: string; fieldPosition: NonNullable<LesionInput['fieldPosition']> | '' };

/** What may be seen of a lesion of each kind, as RECIST 1.1 has them. */
export const statesOf: Record<Lesion['role'], readonly Lesion['state'][]> = {
  TARGET: ['MEASURED', 'TOO_SMALL', 'ABSENT', 'NOT_EVALUABLE'],
  NON_TARGET: ['PRESENT', 'MEASURED', 'ABSENT', 'PROGRESSED', 'NOT_EVALUABLE'],
  NEW: ['PRESENT', 'MEASURED', 'EQUIVOCAL', 'ABSENT', 'NOT_EVALUABLE'],
};

const WITHOUT_LENGTH: readonly Lesion['state'][] = ['TOO_SMALL', 'ABSENT', 'NOT_EVALUABLE'];

/** Whether a lesion of which this was seen has a length. */
export const hasLength = (state: Lesion['state']): boolean => !WITHOUT_LENGTH.includes(state);

const textOf = (value: number | null | undefined): string => (value == null ? '' : String(value));

/** A lesion that stands, to be changed. */
export const draftOf = (lesion: Lesion, words: (lesion: Lesion) => string): Draft => ({
  ...{ lesion: lesion.lesion, role: lesion.role, state: lesion.state, node: lesion.node },
  organ: words(lesion),
  site: lesion.site ?? '',
  fieldPosition: lesion.fieldPosition ?? '',
  date: lesion.date ?? '',
  millimetres: textOf(lesion.millimetres),
  modality: lesion.modality ?? '',
  sliceMillimetres: textOf(lesion.sliceMillimetres),
  seriesUid: lesion.seriesUid ?? '',
  measuredBy: lesion.measuredBy ?? '',
  note: lesion.note ?? '',
  tumour: lesion.tumour ?? '',
});

const PREFIX: Record<Lesion['role'], string> = { TARGET: 'T', NON_TARGET: 'NT', NEW: 'NEW' };

/** The first lesion that is followed and not yet entered of this day; else the next name of its kind. */
export const nextName = (
  lesions: readonly Lesion[],
  date: string,
  role: Lesion['role'],
): string => {
  const of = lesions.filter((one) => one.role === role);
  const entered = new Set(of.filter((one) => one.date === date).map(({ lesion }) => lesion));
  const followed = [...new Set(of.map(({ lesion }) => lesion))].toSorted((a, b) =>
    a.localeCompare(b, 'en', { numeric: true }),
  );
  const waiting = followed.find((name) => !entered.has(name));
  if (waiting !== undefined) return waiting;
  const numbers = followed.map((name) => Number(/(\d+)$/.exec(name)?.[1] ?? 0));
  return `${PREFIX[role]}${Math.max(0, ...numbers) + 1}`;
};

/** The lesion of this name as it was seen last, whose organ and method a new examination takes over. */
const lastSeen = (lesions: readonly Lesion[], name: string): Lesion | undefined =>
  lesions
    .filter(({ lesion }) => lesion.toLowerCase() === name.trim().toLowerCase())
    .toSorted((a, b) => ((a.date ?? '') < (b.date ?? '') ? -1 : 1))
    .at(-1);

const NOTHING = {
  ...{ organ: '', site: '', node: false, millimetres: '', note: '' },
  fieldPosition: '' as const,
};

/** The next lesion of the same examination: what is of the examination stays. */
export const nextDraft = (
  draft: Draft,
  lesions: readonly Lesion[],
  words: (lesion: Lesion) => string,
): Draft => {
  const name = nextName(lesions, draft.date, draft.role);
  return withName(
    { ...draft, ...NOTHING, state: statesOf[draft.role][0] ?? 'MEASURED' },
    name,
    lesions,
    words,
  );
};

/** A draft under another name: a lesion that is known brings its organ, its kind and whether it is a node. */
export const withName = (
  draft: Draft,
  name: string,
  lesions: readonly Lesion[],
  words: (lesion: Lesion) => string,
): Draft => {
  const last = lastSeen(lesions, name);
  if (last === undefined) return { ...draft, lesion: name };
  const state = last.role === draft.role ? draft.state : statesOf[last.role][0];
  return {
    ...draft,
    lesion: name,
    ...{ role: last.role, state: state ?? 'MEASURED', node: last.node },
    organ: words(last),
    site: last.site ?? '',
    modality: draft.modality || (last.modality ?? ''),
    tumour: draft.tumour || (last.tumour ?? ''),
  };
};

/** What a form opens with. */
export const firstDraft = (
  lesions: readonly Lesion[],
  words: (lesion: Lesion) => string,
  measuredBy: string,
): Draft => {
  const empty: Draft = {
    ...NOTHING,
    ...{ lesion: '', role: 'TARGET', state: 'MEASURED', date: nationalDay(new Date()) },
    ...{ modality: 'CT', sliceMillimetres: '', seriesUid: '', measuredBy, tumour: '' },
  };
  return withName(empty, nextName(lesions, empty.date, 'TARGET'), lesions, words);
};

/** As the graph takes it. */
export const inputOf = (draft: Draft): LesionInput => ({
  ...draft,
  millimetres: hasLength(draft.state) ? draft.millimetres : '',
  tumour: draft.tumour || null,
  fieldPosition: draft.fieldPosition || null,
});
