import { nodeCount, sizeLimit } from '@nodp/oncology';
import type { Course } from '../course/course.ts';
import { chapterFor } from '../course/staging.ts';
import type { Care, Pathological } from '../course/treatment.ts';
import type { Random } from '../random/random.ts';
import { type Day, instantOf } from '../time/days.ts';
import { workday } from '../time/workdays.ts';
import type { Said } from './records.ts';
import { LOINC } from './systems.ts';
import type { Writer } from './writer.ts';

/** Of those resected, how many have it told as a number and not in the report's words alone; ours, as no source says it. */
const TOLD = 0.7;
/** Of those told: who measured or counted otherwise than the category says. */
const SLIP = 0.02;
/** Median greatest dimension in mm by T; ours. */
const MEDIAN: Readonly<Record<string, number>> = { '1': 14, '2': 28, '3': 48, '4': 55 };
/** Organs whose regional nodes are removed with them, and how many are found; ours. */
const EXAMINED: Readonly<Record<string, number>> = {
  breast: 14,
  cervix: 20,
  colorectum: 17,
  'corpus-uteri': 18,
  lung: 13,
  oesophagus: 22,
  pancreas: 15,
  stomach: 24,
};
const [SMALLEST, LARGEST] = [2, 240];

type Observation = Said<'observation'>;

const finding = (
  day: Day,
  tumour: string,
  code: string,
  display: string,
  said: Pick<Observation, 'value' | 'text'> & Partial<Pick<Observation, 'finding'>>,
): Observation => ({
  category: code === '33732-9' ? 'laboratory' : 'tumour-finding',
  what: { system: LOINC, code, display },
  at: instantOf(day, 900),
  interpretation: null,
  referenceLow: null,
  referenceHigh: null,
  tumour,
  ...said,
});

/** A size that the T category allows, or for a slip one that it does not; null where the tumour is gone, or no T is known. */
const sizeOf = (
  random: Random,
  chapter: string,
  edition: number,
  { staged, classification }: Pathological,
  slip: boolean,
): number | null => {
  const [t] = staged.categories ?? [];
  const digit = /^T([1-4])/.exec(t ?? '')?.[1];
  if (t === undefined || digit === undefined) return null;
  const [over, upTo] = sizeLimit(chapter, edition, t) ?? [null, null];
  const drawn = (MEDIAN[digit] ?? 30) * Math.exp(0.35 * random.normal());
  const least = over === null ? SMALLEST : over + 1;
  if (slip && upTo !== null && classification === 'p') return upTo + 8;
  return Math.round(Math.max(least, Math.min(upTo ?? LARGEST, drawn)));
};

/** Involved nodes as N says them; null where N says nothing of their number. */
const positiveOf = (
  random: Random,
  chapter: string,
  n: string | undefined,
  slip: boolean,
): number | null => {
  const range = n === undefined ? null : nodeCount(chapter, n);
  if (range === null) return null;
  const [from, to] = range;
  if (slip && to !== null) return to + 1;
  return from + random.below(to === null ? 5 : to - from + 1);
};

/**
 * What the pathologist measured and counted of what was removed: size, grade, nodes examined and positive. Written after everything
 * else, so that nobody else's records, or their ids, change by it.
 */
export const writeResected = (random: Random, writer: Writer, course: Course, care: Care): void => {
  const { pathological, surgery } = care;
  const chapter = chapterFor(course.topography, course.morphology);
  const tumours = writer.records.tumour?.filter(({ record }) => record.spread === 'PRIMARY') ?? [];
  const operation = writer.records.treatment?.find(({ record }) => record.what === 'SURGERY');
  const [slipOfSize, slipOfNodes] = [random.chance(SLIP), random.chance(SLIP)];
  if (pathological === null || surgery === null || chapter === null || !random.chance(TOLD)) return;
  // Who operated tells it, of the tumour that it reported.
  const view = writer.views.find(({ record }) => record === operation?.record.patient);
  const own = tumours.find(({ record }) => record.patient === view?.record);
  if (view === undefined || own === undefined) return;
  const day = Math.min(workday(pathological.on + 6), course.end);
  const tumour = own.record.source.id;
  const add = (key: string, said: Observation) =>
    writer.add('observation', view, 'Observation', key, day, said);
  const edition = Number(/AJCC (\d)/.exec(pathological.staged.system)?.[1] ?? 8);
  const mm = sizeOf(random, chapter, edition, pathological, slipOfSize);
  if (mm !== null) {
    const cm = { value: mm / 10, unit: 'cm' };
    const value = { ...cm, comparator: null, normal: cm };
    add('size', finding(day, tumour, '33728-7', '肿瘤最大径', { value, text: null }));
  }
  if (course.grade !== null) {
    const text = `G${course.grade}`;
    const found = { grade: course.grade, morphology: null };
    add(
      'grade',
      finding(day, tumour, '33732-9', '组织学分级', { value: null, text, finding: found }),
    );
  }
  const examined = EXAMINED[course.cancer.group];
  const positive = positiveOf(random, chapter, pathological.staged.categories?.[1], slipOfNodes);
  if (examined === undefined || positive === null) return;
  const all = Math.max(positive, Math.round(examined + 6 * random.normal()), 1);
  const count = (value: number) => ({ value, comparator: null, unit: '{count}', normal: null });
  add(
    'nodes',
    finding(day, tumour, '21894-1', '区域淋巴结检出数', { value: count(all), text: null }),
  );
  add(
    'nodes-positive',
    finding(day, tumour, '21893-3', '区域淋巴结阳性数', { value: count(positive), text: null }),
  );
};
