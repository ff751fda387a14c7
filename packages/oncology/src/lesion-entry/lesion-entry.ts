import type { Label } from '@nodp/terminology';
import { bodySite, bodySiteOfWords } from '@nodp/terminology/snomed';
import type { LesionSeen } from '../recist/timepoints.ts';
import { isNode } from '../target-choice/organ-of.ts';
import { readLength } from './length.ts';

/** A lesion as it is typed on the patient page; an empty text is not said. */
export interface TypedLesion {
  readonly lesion: string;
  readonly role: LesionSeen['role'];
  readonly state: LesionSeen['state'];
  /** A SNOMED CT body structure by its code or its name, or other words. */
  readonly organ: string;
  /** Where in the organ, in words. */
  readonly site: string;
  readonly node: boolean;
  /** Where it lies against what was irradiated; null where it is not said. */
  readonly field: 'IN_FIELD' | 'MARGINAL' | 'OUTSIDE' | null;
  /** YYYY-MM-DD. */
  readonly date: string;
  /** Longest diameter in mm, of a node the short axis. */
  readonly millimetres: string;
  /** DICOM modality. */
  readonly modality: string;
  readonly sliceMillimetres: string;
  readonly seriesUid: string;
  readonly measuredBy: string;
  readonly note: string;
}

/** A lesion as it is retained; lengths in tenths of a millimetre. */
export interface EnteredLesion {
  readonly lesion: string;
  readonly role: LesionSeen['role'];
  readonly state: LesionSeen['state'];
  readonly organSystem: string | null;
  readonly organCode: string | null;
  readonly organDisplay: string | null;
  readonly site: string | null;
  readonly node: boolean;
  readonly fieldPosition: TypedLesion['field'];
  readonly measuredOn: string;
  readonly tenths: number | null;
  readonly modality: string | null;
  readonly sliceTenths: number | null;
  readonly seriesUid: string | null;
  readonly measuredBy: string | null;
  readonly note: string | null;
}

/** What was typed, read; or the field that cannot be, and why. */
export type LesionReading =
  | { readonly read: EnteredLesion }
  | { readonly field: keyof TypedLesion; readonly problem: Label };

const SNOMED = 'http://snomed.info/sct';
/** Greatest lengths in mm that are a lesion's, or a slice's. */
const LARGEST = 500;
const THICKEST = 50;

/** The longest text of each field, in characters. */
const LONGEST = {
  lesion: 40,
  organ: 100,
  site: 100,
  modality: 16,
  seriesUid: 64,
  measuredBy: 100,
  note: 500,
} as const;

/** What may be seen of a lesion of each kind. */
const STATES_OF = {
  TARGET: ['MEASURED', 'TOO_SMALL', 'ABSENT', 'NOT_EVALUABLE'],
  NON_TARGET: ['PRESENT', 'MEASURED', 'ABSENT', 'PROGRESSED', 'NOT_EVALUABLE'],
  NEW: ['PRESENT', 'MEASURED', 'EQUIVOCAL', 'ABSENT', 'NOT_EVALUABLE'],
} as const satisfies Record<LesionSeen['role'], readonly LesionSeen['state'][]>;

const WITHOUT_LENGTH: readonly LesionSeen['state'][] = ['TOO_SMALL', 'ABSENT', 'NOT_EVALUABLE'];

const wrong = (field: keyof TypedLesion, en: string, zh: string): LesionReading => ({
  field,
  problem: { en, zh },
});

const isDay = (written: string): boolean => {
  const parsed = new Date(`${written}T00:00:00Z`);
  return (
    /^\d{4}-\d{2}-\d{2}$/.test(written) &&
    !Number.isNaN(parsed.getTime()) &&
    parsed.toISOString().startsWith(written)
  );
};

const dayProblem = (date: string, today: string): LesionReading | null => {
  if (!isDay(date))
    return wrong(
      'date',
      `“${date}” is no day (2026-03-14).`,
      `“${date}”不是日期（如2026-03-14）。`,
    );
  if (date > today)
    return wrong('date', `${date} is after today, ${today}.`, `${date}晚于今天（${today}）。`);
  return date < '1950-01-01'
    ? wrong('date', `${date} is before 1950.`, `${date}早于1950年。`)
    : null;
};

const organColumns = (organ: string) => {
  const known = bodySite(organ) ?? bodySiteOfWords(organ);
  return known === null
    ? { organSystem: null, organCode: null, organDisplay: organ || null }
    : { organSystem: SNOMED, organCode: known.code, organDisplay: known.label.zh };
};

const textProblem = (typed: TypedLesion): LesionReading | null => {
  for (const [field, longest] of Object.entries(LONGEST) as [keyof typeof LONGEST, number][])
    if (typed[field].trim().length > longest)
      return wrong(field, `At most ${longest} characters.`, `最多${longest}个字符。`);
  if (typed.lesion.trim() === '')
    return wrong(
      'lesion',
      'A lesion has a name, the same at every examination: T1.',
      '病灶须有名称，各次检查一致（如T1）。',
    );
  if (typed.modality.trim() !== '' && !/^[A-Z]{2,16}$/.test(typed.modality.trim()))
    return wrong('modality', 'A DICOM modality: CT, MR, PT.', 'DICOM检查类型：CT、MR、PT。');
  return null;
};

/** A lesion's kind and what was seen of it, where they do not go together; a length where there can be none, or none where there has to be one. */
const stateProblem = ({ role, state, millimetres }: TypedLesion): LesionReading | null => {
  if (!(STATES_OF[role] as readonly string[]).includes(state))
    return wrong(
      'state',
      role === 'TARGET'
        ? 'A target lesion is measured, too small to measure, gone, or could not be evaluated.'
        : role === 'NON_TARGET'
          ? 'A non-target lesion is present, measured, gone, progressed, or could not be evaluated.'
          : 'A new lesion is present, measured, equivocal, gone, or could not be evaluated.',
      role === 'TARGET'
        ? '靶病灶：已测量、太小无法测量、消失或无法评估。'
        : role === 'NON_TARGET'
          ? '非靶病灶：存在、已测量、消失、明确进展或无法评估。'
          : '新病灶：存在、已测量、可疑、消失或无法评估。',
    );
  const given = millimetres.trim() !== '';
  if (state === 'MEASURED' && !given)
    return wrong(
      'millimetres',
      'What was measured has a length in mm.',
      '已测量的病灶须填写毫米数。',
    );
  if (WITHOUT_LENGTH.includes(state) && given)
    return wrong(
      'millimetres',
      'What is gone, too small to measure or not evaluable has no length: leave it empty.',
      '消失、太小无法测量或无法评估的病灶没有长度：请留空。',
    );
  return null;
};

const orNull = (text: string): string | null => text.trim() || null;

/**
 * Reads what was typed of a lesion: lengths to a tenth of a millimetre, kept as whole tenths.
 * @param today YYYY-MM-DD of the national calendar
 */
export const readLesion = (typed: TypedLesion, today: string): LesionReading => {
  const problem = textProblem(typed) ?? dayProblem(typed.date.trim(), today) ?? stateProblem(typed);
  if (problem !== null) return problem;
  const length = readLength(typed.millimetres, LARGEST);
  if ('problem' in length) return { field: 'millimetres', problem: length.problem };
  const slice = readLength(typed.sliceMillimetres, THICKEST);
  if ('problem' in slice) return { field: 'sliceMillimetres', problem: slice.problem };
  const organ = organColumns(typed.organ.trim());
  const words =
    organ.organDisplay === null ? null : { en: organ.organDisplay, zh: organ.organDisplay };
  return {
    read: {
      lesion: typed.lesion.trim(),
      role: typed.role,
      state: typed.state,
      ...organ,
      site: orNull(typed.site),
      node: typed.node || isNode(organ.organCode, words),
      fieldPosition: typed.field,
      measuredOn: typed.date.trim(),
      tenths: length.tenths,
      modality: orNull(typed.modality),
      sliceTenths: slice.tenths,
      seriesUid: orNull(typed.seriesUid),
      measuredBy: orNull(typed.measuredBy),
      note: orNull(typed.note),
    },
  };
};
