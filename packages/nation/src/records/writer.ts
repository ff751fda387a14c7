import type { RecordOf, Source, Stored } from '@nodp/record';
import type { Course } from '../course/course.ts';
import type { Institution } from '../network/institutions.ts';
import { submissionOf } from '../network/submissions.ts';
import type { Random } from '../random/random.ts';
import { type Day, monthOf } from '../time/days.ts';
import { patientIds } from './ids.ts';
import type { ClinicalKind, ClinicalRecords, Said } from './records.ts';

/** One hospital's view of a patient: its key of the patient and how late it reports. */
export interface View {
  readonly institution: Institution;
  /** Medical record number, and the sender's key of the patient. */
  readonly record: string;
  /** Days from what happens to its report. */
  readonly lag: number;
}

/** Collects what hospitals write down of one patient. */
export interface Writer {
  readonly patientId: string;
  /** The next id of a row of the patient. */
  readonly nextId: () => string;
  readonly records: ClinicalRecords;
  readonly views: readonly View[];
  /** A sender's key of what a hospital wrote down of the patient. */
  keyOf(view: View, key: string): string;
  /** Who writes down what happens on a day. */
  at(day: Day): View;
  /** When what a hospital knows of a day reaches the platform. */
  sent(view: View, day: Day): { readonly submissionId: string; readonly recordedAt: string };
  /**
   * Adds a record; the key is unique within the hospital's view of the patient.
   * @param said becomes the record
   */
  add<K extends ClinicalKind>(
    kind: K,
    view: View,
    sourceType: string,
    key: string,
    day: Day,
    said: Said<K>,
  ): Stored<K>;
}

const keyOf = (view: View, key: string): string => `${view.record}.${key}`;

/** The writer of a second cancer: the same keys with a number. */
export const ofSecondCancer = (writer: Writer): Writer => ({
  ...writer,
  add: (kind, view, sourceType, key, day, said) =>
    writer.add(kind, view, sourceType, `${key}-second`, day, said),
});

/** Most report within weeks; one hospital's report in sixteen comes half a year late or later. */
const drawLag = (random: Random): number =>
  random.chance(1 / 16) ? 180 + random.below(320) : 8 + random.below(40);

export const writerOf = (
  random: Random,
  seed: number,
  index: number,
  course: Course,
  reference: Day,
): Writer => {
  const viewOf = (institution: Institution): View => ({
    institution,
    record: `${institution.code}-${String(index + 1).padStart(8, '0')}`,
    lag: drawLag(random),
  });
  const home = viewOf(course.home);
  const views = [home, ...(course.second === null ? [] : [viewOf(course.second.institution)])];
  const second = views[1];
  const next = patientIds(index, random);
  const patientId = next();
  const records: { [K in ClinicalKind]?: Stored<K>[] } = {};
  const now = monthOf(reference);

  const sent = (view: View, day: Day) => {
    const month = Math.min(now, monthOf(Math.max(day, course.diagnosed) + view.lag));
    const submission = submissionOf(seed, view.institution, month, reference);
    return { submissionId: submission.id, recordedAt: submission.receivedAt };
  };
  return {
    patientId,
    nextId: next,
    records,
    views,
    keyOf,
    at: (day) =>
      second !== undefined &&
      course.second !== null &&
      day >= course.second.from &&
      random.chance(0.75)
        ? second
        : home,
    sent,
    add: <K extends ClinicalKind>(
      kind: K,
      view: View,
      sourceType: string,
      key: string,
      day: Day,
      said: Said<K>,
    ) => {
      const id = next();
      const { submissionId, recordedAt } = sent(view, day);
      const institutionId = view.institution.id;
      // Said of this record alone, so that the rest is added to it instead of to a copy.
      const whole = said as { kind?: K; source?: Source; patient?: string };
      whole.kind = kind;
      whole.source = { type: sourceType, id: keyOf(view, key), entry: '' };
      whole.patient = view.record;
      const record = said as unknown as RecordOf<K>;
      const stored = { id, patientId, institutionId, submissionId, recordedAt, record };
      const written = records[kind] as Stored<K>[] | undefined;
      if (written === undefined) Object.assign(records, { [kind]: [stored] });
      else written.push(stored);
      return stored;
    },
  };
};
