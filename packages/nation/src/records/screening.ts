import { isProgramme, type ProgrammeId } from '@nodp/oncology';
import type { PartialDate } from '@nodp/record';
import type { ModeOfDetection } from '@nodp/terminology/mode-of-detection';
import type { Course } from '../course/course.ts';
import type { Random } from '../random/random.ts';
import { type Day, onDay } from '../time/days.ts';
import { workday } from '../time/workdays.ts';
import type { Said } from './records.ts';
import type { View, Writer } from './writer.ts';

/** Shares are ours: no source says how many of a hospital's patients were screened. */
const FOUND_BEFORE = 0.22;
const SCREENED_ELSE = 0.16;
/** Of those screened before their cancer, found by the test. */
const BY_TEST = 0.65;
/** Hospitals that say how a cancer was found, and how it was where no test of a programme had found it. */
const SAID = 0.6;
const BY_SYMPTOMS = 0.74;
const BY_CHANCE = 0.21;

interface Scale {
  readonly test: string;
  readonly negative: readonly string[];
  /** Positive, with the test again in months. */
  readonly recalled: readonly string[];
  /** Positive, with work-up for a diagnosis. */
  readonly workUp: readonly string[];
}

const POSITIVE = { negative: ['negative'], recalled: [], workUp: ['positive'] };

/** Results that a programme's test gives, as its scale writes them. */
const SCALES: Readonly<Record<ProgrammeId, Scale>> = {
  lung: { test: 'ldct', negative: ['1', '2'], recalled: ['3', '4A'], workUp: ['4B', '4X'] },
  breast: { test: 'imaging', negative: ['1', '2'], recalled: ['3'], workUp: ['4A', '4C', '5'] },
  colorectum: { test: 'fit', ...POSITIVE },
  liver: { test: 'ultrasound-afp', ...POSITIVE },
  stomach: { test: 'endoscopy', ...POSITIVE },
  oesophagus: { test: 'endoscopy', ...POSITIVE },
  cervix: { test: 'cytology', negative: ['NILM'], recalled: ['ASC-US'], workUp: ['HSIL'] },
};

/** Programmes that somebody is invited to who is in care for something else. */
const ELSE: readonly ProgrammeId[] = ['lung', 'colorectum', 'stomach'];
const WOMEN: readonly ProgrammeId[] = ['breast', 'cervix'];

const month = (day: Day): PartialDate => ({
  date: `${onDay(day).date.slice(0, 7)}-01`,
  precision: 'month',
});

/** Whether the test of a programme found the cancer: the same draws as of the round that is written. @param random a stream that has not begun */
export const foundByTest = (random: Random, { cancer }: Course): boolean =>
  isProgramme(cancer.group) && random.chance(FOUND_BEFORE) && random.unit() < BY_TEST;

/** What the hospital says of how the cancer was found; null where it says nothing. */
export const detectedBy = (random: Random, byTest: boolean): ModeOfDetection | null => {
  if (!random.chance(SAID)) return null;
  if (byTest) return 'SCREENING';
  const what = random.unit();
  if (what < BY_SYMPTOMS) return 'SYMPTOMS';
  return what < BY_SYMPTOMS + BY_CHANCE ? 'INCIDENTAL' : 'SCREENING';
};

type Round = Omit<Said<'screening'>, 'programme'>;

const nothing: Round = { invited: null, declined: null, tested: null, test: null, result: null };

/** What was known before the diagnosis: found by the test, an interval cancer, or what cannot be judged. */
const before = (random: Random, { test, negative, workUp }: Scale, diagnosed: Day): Round => {
  const what = random.unit();
  if (what < BY_TEST) {
    const on = diagnosed - 12 - random.below(30);
    const invited = onDay(on - 10 - random.below(25));
    return { ...nothing, invited, tested: onDay(on), test, result: random.pick(workUp) };
  }
  const on = diagnosed - 95 - random.below(230);
  if (what < 0.85) return { ...nothing, tested: onDay(on), test, result: random.pick(negative) };
  return what < 0.93
    ? { ...nothing, tested: onDay(on), test }
    : { ...nothing, tested: month(on), test, result: random.pick(negative) };
};

/** A round in the year before the reference day of who lives. */
const round = (random: Random, { test, negative, recalled, workUp }: Scale, day: Day): Round => {
  const invited = onDay(day - 14 - random.below(30));
  const what = random.unit();
  if (what < 0.15) return { ...nothing, invited };
  if (what < 0.2) return { ...nothing, invited, declined: onDay(day) };
  const tested = { ...nothing, invited, tested: onDay(day), test };
  if (what < 0.25) return { ...tested, result: random.chance(0.5) ? null : '待复核' };
  if (what < 0.45 && recalled.length > 0) return { ...tested, result: random.pick(recalled) };
  if (what < 0.52) return { ...tested, result: random.pick(workUp) };
  return { ...tested, result: random.pick(negative) };
};

const add = (writer: Writer, programme: ProgrammeId, key: string, day: Day, said: Round): void => {
  writer.add('screening', writer.views[0] as View, 'Observation', key, day, { programme, ...said });
};

/**
 * Rounds of screening: of some before the cancer that its programme looks for, of some who live in a programme for another organ.
 * Written after everything else, so that nobody else's records, or their ids, change by it.
 */
export const writeScreening = (
  random: Random,
  writer: Writer,
  course: Course,
  reference: Day,
): void => {
  const { cancer, diagnosed, end, death, lost, sex } = course;
  if (isProgramme(cancer.group) && random.chance(FOUND_BEFORE))
    add(
      writer,
      cancer.group,
      'screening-1',
      diagnosed,
      before(random, SCALES[cancer.group], diagnosed),
    );
  if (death !== null || lost || !random.chance(SCREENED_ELSE)) return;
  const programme = random.pick(sex === 'female' ? [...ELSE, ...WOMEN] : ELSE);
  const day = workday(reference - 30 - random.below(390));
  if (programme === cancer.group || day < diagnosed + 60 || day > Math.min(end, reference)) return;
  add(writer, programme, 'screening-2', day, round(random, SCALES[programme], day));
};
