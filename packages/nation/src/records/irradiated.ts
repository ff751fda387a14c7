import type { Stored } from '@nodp/record';
import type { Course } from '../course/course.ts';
import type { Care, Radiotherapy } from '../course/treatment.ts';
import type { Random } from '../random/random.ts';
import { type Day, onDay } from '../time/days.ts';
import { workday } from '../time/workdays.ts';
import type { Answer } from './lesions.ts';
import { coded, type Said } from './records.ts';
import { SNOMED } from './systems.ts';
import type { Writer } from './writer.ts';

/** Days after the last fraction of the first examination, and between the next ones; how many are written down at most. */
const FIRST = 84;
const EVERY = 120;
const MOST = 6;

/** Where it failed, of courses that did: in the field, at its margin, elsewhere. */
type Pattern = 'field' | 'margin' | 'elsewhere';

const patternOf = (random: Random): Pattern => {
  const at = random.unit();
  return at < 0.5 ? 'field' : at < 0.65 ? 'margin' : 'elsewhere';
};

/** What is left of the tumour at best, of its size before: as the disease status says it. */
const bestOf = (random: Random, answer: Answer): number => {
  if (answer === 'STABLE') return 0.76 + 0.2 * random.unit();
  return random.chance(0.3) ? 0 : 0.25 + 0.4 * random.unit();
};

/** Names the lesions of a course's first volume in its record. */
const nameIn = (writer: Writer, lesions: readonly string[]): void => {
  const volumes = writer.records['radiotherapy-volume'] as
    | Stored<'radiotherapy-volume'>[]
    | undefined;
  const [first] = volumes ?? [];
  if (volumes === undefined || first === undefined) return;
  volumes[0] = { ...first, record: { ...first.record, lesions: [...lesions] } };
};

/** Days of examinations: one before, then from twelve weeks after the last fraction on, and the day on which it comes back. */
const visitsOf = (given: Radiotherapy, end: Day, fails: Day | null): Day[] => {
  const last = fails ?? end;
  const days = [workday(given.from - 7)];
  for (let visit = 0; visit < MOST; visit++) {
    const day = workday(given.to + FIRST + visit * EVERY);
    if (day >= last - 14) break;
    days.push(day);
  }
  if (fails !== null) days.push(fails);
  return days.filter((day) => day <= end);
};

/**
 * Of who is followed under drugs: what was measured before the radiation lies in the volume of the primary, and what is new in
 * another organ was read against the plan.
 */
const linkFollowed = (writer: Writer, { from }: Radiotherapy): void => {
  const lesions = writer.records.lesion as Stored<'lesion'>[] | undefined;
  const before = lesions?.find(
    ({ record }) => record.lesion === 'T1' && record.measured.date <= onDay(from).date,
  );
  if (lesions === undefined || before === undefined) return;
  nameIn(writer, ['T1']);
  for (const [at, { record, ...stored }] of lesions.entries())
    if (record.role === 'NEW' && record.organ?.code !== before.record.organ?.code)
      lesions[at] = { ...stored, record: { ...record, fieldPosition: 'OUTSIDE' } };
};

/**
 * The tumour of who is irradiated to be cured and not operated on, as it is followed: it answers as the disease status says, and
 * when it comes back it grows in the field, or a new lesion shows at its margin or elsewhere.
 */
export const writeIrradiated = (
  random: Random,
  writer: Writer,
  course: Course,
  care: Care,
  answer: Answer,
): void => {
  const given = care.radiotherapy.find(({ palliative }) => !palliative);
  if (given === undefined) return;
  if (writer.records.lesion !== undefined) {
    if (care.surgery === null) linkFollowed(writer, given);
    return;
  }
  const site = course.cancer.imaging[0]?.bodySite;
  const alone = care.surgery === null && course.cancer.staging?.system === 'AJCC';
  if (!alone || site === undefined || !random.chance(0.75)) return;
  const fails =
    course.relapse !== null && course.relapse > given.to + FIRST ? course.relapse : null;
  // Growth so early is written down by nobody as a failure of the field.
  if (course.relapse !== null && fails === null) return;
  const pattern = patternOf(random);
  const best = bestOf(random, answer);
  const size = 160 + random.below(400);
  const measuredBy = random.pick(['影像科 甲医师', '影像科 乙医师']);
  const visits = visitsOf(given, course.end, fails);
  // Who irradiates names the lesions of the plan, and follows them.
  const volume = writer.records['radiotherapy-volume']?.[0]?.record;
  const view = writer.views.find(({ record }) => record === volume?.patient);
  if (visits.length < 2 || view === undefined) return;
  for (const [visit, day] of visits.entries()) {
    const add = (
      said: Pick<Said<'lesion'>, 'lesion' | 'role' | 'state'> & Partial<Said<'lesion'>>,
    ) => {
      writer.add('lesion', view, 'Observation', `irradiated-${visit}-${said.lesion}`, day, {
        ...{ site: null, node: false, fieldPosition: null, measured: onDay(day), tenths: null },
        organ: coded(SNOMED, ...site),
        ...{ modality: 'MR', sliceTenths: null, studyUid: null, seriesUid: null, measuredBy },
        ...{ note: null, tumour: null },
        ...said,
      });
    };
    const failed = fails !== null && day === fails;
    const left = visit === 0 ? 1 : 1 - (1 - best) * Math.min(1, visit / 2);
    const before = Math.round(
      size * (failed ? 1 - (1 - best) * Math.min(1, (visit - 1) / 2) : left),
    );
    const grows = failed && pattern === 'field';
    const tenths = grows ? Math.max(Math.round(before * 1.34), before + 60) : before;
    const state = tenths === 0 ? 'ABSENT' : tenths < 50 ? 'TOO_SMALL' : 'MEASURED';
    add({
      ...{ lesion: 'T1', role: 'TARGET', state },
      tenths: state === 'MEASURED' ? tenths : null,
    });
    if (failed && pattern !== 'field')
      add({
        ...{ lesion: 'NEW1', role: 'NEW', state: 'PRESENT' },
        ...(pattern === 'margin'
          ? { fieldPosition: 'MARGINAL' }
          : { fieldPosition: 'OUTSIDE', organ: coded(SNOMED, '39607008', '肺') }),
      });
  }
  nameIn(writer, ['T1']);
};
