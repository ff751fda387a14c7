import type { Stored } from '@nodp/record';
import type { Course } from '../course/course.ts';
import type { Staged } from '../course/staging.ts';
import type { Care } from '../course/treatment.ts';
import type { Random } from '../random/random.ts';
import { type Day, onDay } from '../time/days.ts';
import { workday } from '../time/workdays.ts';
import { coded, inWords, type Said } from './records.ts';
import { STAGING } from './systems.ts';
import type { View, Writer } from './writer.ts';

type Classification = 'c' | 'p' | 'y';

/** A slip of the pen: the letter of the row above or below. */
const SLIPS: Readonly<Record<string, string>> = {
  IIA: 'IIB',
  IIB: 'IIA',
  IIIA: 'IIIB',
  IIIB: 'IIIA',
};

const PREFIX: Readonly<Record<Classification, string>> = { c: 'c', p: 'p', y: 'yp' };
const KEYS: Readonly<Record<Classification, string>> = {
  c: 'stage',
  p: 'stage-p',
  y: 'stage-yp',
};

/** A stage and the categories that make it, as one hospital writes them down of a tumour. */
const writeStage = (
  writer: Writer,
  view: View,
  tumour: string,
  key: string,
  classification: Classification,
  staged: Staged,
  day: Day,
): void => {
  const assessed = onDay(day);
  const row = (axis: string, value: string, sent: Said<'stage'>['sent']): Said<'stage'> => ({
    tumour,
    axis,
    classification,
    value,
    system: staged.system,
    sent,
    assessed,
  });
  if (staged.group !== null) {
    const axis = staged.system === 'Ann Arbor' ? 'Ann Arbor' : 'group';
    const words = classification === 'y' ? `ypTNM分期${staged.group}期` : null;
    writer.add(
      'stage',
      view,
      'Observation',
      key,
      day,
      row(axis, staged.group, coded(STAGING, staged.group, words)),
    );
  }
  for (const [i, axis] of (['T', 'N', 'M'] as const).entries()) {
    const value = staged.categories?.[i];
    // Whether it has spread afar is not for the pathologist to say where it has not.
    if (value === undefined || (axis === 'M' && classification !== 'c' && value === 'M0')) continue;
    const sent = coded(STAGING, `${PREFIX[classification]}${value}`, null);
    writer.add(
      'stage',
      view,
      'Observation',
      `${key}-${axis.toLowerCase()}`,
      day,
      row(axis, value, sent),
    );
  }
};

const writeGradeGroup = (
  writer: Writer,
  view: View,
  tumour: string,
  gradeGroup: string,
  day: Day,
): void => {
  writer.add('stage', view, 'Observation', 'grade-group', day, {
    tumour,
    axis: 'ISUP',
    classification: null,
    value: gradeGroup,
    system: 'ISUP',
    sent: inWords(`ISUP Grade Group ${gradeGroup}`),
    assessed: onDay(day),
  });
};

/**
 * How one hospital stages the tumour it reports: clinically, and pathologically where it was removed; some write down
 * only the latter. One group in a hundred is a slip that its categories contradict.
 */
export const writeStages = (
  random: Random,
  writer: Writer,
  view: View,
  course: Course,
  care: Care,
  { record: { source } }: Stored<'tumour'>,
): void => {
  const { staged, end, diagnosed } = course;
  if (staged === null) return;
  const { pathological } = care;
  const by = (day: Day): Day => Math.min(workday(day), end);
  const clinical = by(diagnosed + 4);
  if (pathological === null || pathological.classification === 'y' || random.chance(0.3)) {
    const slip = random.chance(0.01) ? SLIPS[staged.group ?? ''] : undefined;
    const told = slip === undefined ? staged : { ...staged, group: slip };
    writeStage(writer, view, source.id, KEYS.c, 'c', told, clinical);
  }
  if (pathological !== null) {
    const { classification, staged: found, on } = pathological;
    writeStage(writer, view, source.id, KEYS[classification], classification, found, by(on + 6));
  }
  if (staged.gradeGroup !== null)
    writeGradeGroup(writer, view, source.id, staged.gradeGroup, clinical);
};
