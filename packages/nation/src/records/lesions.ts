import type { Coded, Stored } from '@nodp/record';
import type { Course } from '../course/course.ts';
import type { Care, Systemic } from '../course/treatment.ts';
import type { Random } from '../random/random.ts';
import { type Day, dateOf, dayOf, onDay } from '../time/days.ts';
import { workday } from '../time/workdays.ts';
import { coded, type Said } from './records.ts';
import { SNOMED } from './systems.ts';
import type { View, Writer } from './writer.ts';

/** How the disease answers its first treatment: as the disease status says it, and as the lesions show it. */
export type Answer = 'IMPROVED' | 'STABLE';

/** Where lesions lie that can be measured, by the ICD-10 code of the metastasis; the primary's own organ else. */
const ORGANS: Readonly<Record<string, readonly [code: string, zh: string]>> = {
  'C78.0': ['39607008', '肺'],
  'C78.7': ['10200004', '肝'],
  C77: ['59441001', '淋巴结'],
  'C79.7': ['23451007', '肾上腺'],
  'C79.3': ['12738006', '脑'],
  'C78.6': ['15425007', '腹膜'],
};
const NODE = '59441001';
const NODES: readonly [string, string] = [NODE, '淋巴结'];
const BONE = coded(SNOMED, '272673000', '骨');

interface Followed {
  readonly name: string;
  readonly organ: Coded;
  readonly node: boolean;
  /** Tenths of a millimetre at the baseline. */
  readonly baseline: number;
  /** What is left of it at best, of the baseline. */
  readonly best: number;
}

/** Days between examinations under treatment, and how many of them are written down at most. */
const EVERY = 56;
const MOST = 7;

/** How far the lesions shrink at best: by a third or more, or less than that. */
const bestOf = (random: Random, answer: Answer): number => {
  if (answer === 'STABLE') return 0.78 + 0.2 * random.unit();
  return random.chance(0.09) ? 0 : 0.28 + 0.36 * random.unit();
};

const organsOf = (course: Course): readonly (readonly [code: string, zh: string])[] => {
  const own = course.cancer.imaging[0]?.bodySite;
  const afar = course.cancer.metastases.items.flatMap((icd10) => {
    const found = ORGANS[icd10] ?? ORGANS[icd10.slice(0, 3)];
    return found === undefined ? [] : [found];
  });
  return [...(own === undefined ? [] : [own]), ...(course.metastatic ? afar : []), NODES];
};

/** Up to five targets, at most two of an organ. */
const followedOf = (random: Random, course: Course, answer: Answer): Followed[] => {
  const organs = organsOf(course);
  const best = bestOf(random, answer);
  const taken = new Map<string, number>();
  const found: Followed[] = [];
  const wanted = 1 + random.below(4);
  for (let tries = 0; found.length < wanted && tries < 12; tries++) {
    const [code, zh] = tries === 0 ? (organs[0] ?? NODES) : random.pick(organs);
    const of = taken.get(code) ?? 0;
    if (of >= 2) continue;
    taken.set(code, of + 1);
    const node = code === NODE;
    found.push({
      name: `T${found.length + 1}`,
      organ: coded(SNOMED, code, zh),
      node,
      baseline: (node ? 160 : 120) + random.below(node ? 180 : 420),
      // All answer alike, within a few points, so that their sum does.
      best: best === 0 ? 0 : Math.max(0.2, best + 0.06 * (random.unit() - 0.5)),
    });
  }
  return found;
};

/** What is left of a lesion at an examination, of the baseline: the answer is whole at the second one. */
const leftAt = (best: number, visit: number): number => 1 - (1 - best) * Math.min(1, visit / 2);

/** The study made on a day, and the hospital that made it. */
const studyOn = (writer: Writer, day: Day): Stored<'imaging-study'> | undefined =>
  writer.records['imaging-study']?.find(
    ({ record }) => record.startedAt?.slice(0, 10) === dateOf(day),
  );

const viewOf = (writer: Writer, study: Stored<'imaging-study'> | undefined): View | undefined =>
  writer.views.find(({ institution }) => institution.id === study?.institutionId);

/** The line under which lesions are followed, from the day of its baseline to that on which it fails, if it does. */
const followedLine = (
  random: Random,
  writer: Writer,
  { relapse, cancer }: Course,
  { systemic }: Care,
): { readonly given: Systemic; readonly baseline: Day; readonly fails: Day | null } | null => {
  const given = systemic.find(({ line }) => line !== null);
  if (given === undefined || cancer.staging?.system !== 'AJCC' || !random.chance(0.8)) return null;
  const studies = (writer.records['imaging-study'] ?? [])
    .map(({ record }) => dayOf((record.startedAt ?? '').slice(0, 10)))
    .filter((day) => day <= given.from && day > given.from - 60);
  const baseline = studies.length === 0 ? given.from - 4 : Math.max(...studies);
  // What came back is followed while its own treatment works.
  const fails = relapse !== null && relapse > given.from ? relapse : null;
  return { given, baseline: workday(baseline), fails };
};

/** Days of examinations: the baseline, every eight weeks, and the day on which progression is seen. */
const visitsOf = (baseline: Day, from: Day, end: Day, fails: Day | null): Day[] => {
  const last = fails ?? end;
  const days = [baseline];
  for (let visit = 1; visit < MOST; visit++) {
    const day = workday(from + visit * EVERY);
    if (day >= last - 14) break;
    days.push(day);
  }
  if (fails !== null) days.push(fails);
  return days.filter((day) => day <= end);
};

/**
 * Target, non-target and new lesions of patients under treatment for disease that is there: they answer as the disease
 * status says, and grow by a fifth of the least or more, or new ones come, on the day on which it says progression.
 */
export const writeLesions = (
  random: Random,
  writer: Writer,
  course: Course,
  care: Care,
  answer: Answer,
): void => {
  const line = followedLine(random, writer, course, care);
  if (line === null) return;
  const { given, baseline, fails } = line;
  const targets = followedOf(random, course, answer);
  const hasNonTarget = random.chance(0.5);
  const [byNew, byNonTarget] = [random.chance(0.35), random.chance(0.25)];
  const measuredBy = random.pick(['影像科 甲医师', '影像科 乙医师']);
  const visits = visitsOf(baseline, given.from, course.end, fails);
  if (visits.length < 2) return;
  for (const [visit, day] of visits.entries()) {
    const study = studyOn(writer, day);
    const view = viewOf(writer, study) ?? writer.at(day);
    const add = (
      said: Pick<Said<'lesion'>, 'lesion' | 'role' | 'state'> & Partial<Said<'lesion'>>,
    ) => {
      writer.add('lesion', view, 'Observation', `lesion-${visit}-${said.lesion}`, day, {
        organ: null,
        site: null,
        node: false,
        fieldPosition: null,
        measured: onDay(day),
        tenths: null,
        modality: study?.record.modalities[0] ?? 'CT',
        sliceTenths: null,
        studyUid: study?.record.studyInstanceUid ?? null,
        seriesUid: study?.record.series.at(-1)?.uid ?? null,
        measuredBy,
        note: null,
        tumour: null,
        ...said,
      });
    };
    const failed = fails !== null && day === fails;
    for (const { name, organ, node, baseline: size, best } of targets) {
      const before = Math.round(size * leftAt(best, failed ? visit - 1 : visit));
      // From where it stood at the last examination, its least until then.
      const grows = failed && !(byNew && !hasNonTarget);
      const tenths = grows ? Math.max(Math.round(before * 1.34), before + 60) : before;
      const gone = tenths === 0;
      const small = !gone && tenths < 50;
      add({
        lesion: name,
        role: 'TARGET',
        state: gone ? 'ABSENT' : small ? 'TOO_SMALL' : 'MEASURED',
        organ,
        node,
        tenths: gone || small ? null : tenths,
      });
    }
    if (hasNonTarget)
      add({
        lesion: 'NT1',
        role: 'NON_TARGET',
        state:
          failed && byNonTarget
            ? 'PROGRESSED'
            : targets.every(({ best }) => best === 0) && visit >= 2 && !failed
              ? 'ABSENT'
              : 'PRESENT',
        organ: BONE,
      });
    if (failed && byNew)
      add({
        lesion: 'NEW1',
        role: 'NEW',
        state: 'PRESENT',
        organ: coded(SNOMED, '10200004', '肝'),
      });
  }
};
