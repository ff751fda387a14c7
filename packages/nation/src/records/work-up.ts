import { imagingUses } from '../cancers/imaging.ts';
import type { Course } from '../course/course.ts';
import type { Care } from '../course/treatment.ts';
import type { Random } from '../random/random.ts';
import { type Day, instantOf, onDay } from '../time/days.ts';
import { workday, workdayBefore } from '../time/workdays.ts';
import { uidOf } from './imaging.ts';
import { coded, inWords } from './records.ts';
import { ICD_9_CM, SNOMED } from './systems.ts';
import { writeOperation } from './treatments.ts';
import type { View, Writer } from './writer.ts';

/** Shares are ours: no source says how often hospitals send them. */
const WHOLE_WORK_UP = 0.35;
const [BY_NEEDLE, BY_KNIFE] = [0.62, 0.72];
const CNLC_STAGED = 0.6;
/** Of those staged: where nobody wrote down when. */
const UNDATED = 0.06;
/** Operated at once though nodes of the mediastinum were seen, and treated elsewhere on days that nobody knows. */
const OPERATED_AT_ONCE = 0.1;
const TREATED_ELSEWHERE = 0.08;
const SMALL_CELL = /^804[1-5]/;

const plain = {
  ...{ drug: null, ended: null, line: null, dose: null, bodySite: null, modality: null },
  ...{ technique: null, totalDoseCentigray: null, fractions: null, tumour: null },
} as const;

/** Days of the first treatment and of an operation; null where there was none. */
const firstOf = ({ surgery, systemic, radiotherapy }: Care): Day | null => {
  const days = [surgery?.on, systemic[0]?.from, radiotherapy[0]?.from].filter(
    (day) => day !== undefined,
  );
  return days.length === 0 ? null : Math.min(...days);
};

/** CNLC stages of the broad ones, the first of a single small tumour; ours. */
const CNLC: readonly (readonly string[])[] = [
  ['Ia', 'Ib'],
  ['IIa', 'IIb'],
  ['IIIa'],
  ['IIIb', 'IV'],
];

const writeStudy = (
  random: Random,
  writer: Writer,
  view: View,
  key: string,
  name: string,
  day: Day,
): void => {
  const use = imagingUses[name];
  if (use === undefined) throw new RangeError(`no study ${name}`);
  const uid = uidOf(random);
  const [code, display] = use.bodySite;
  const bodySite = coded(SNOMED, code, display);
  const series = use.series.map((description, i) => ({
    uid: `${uid}.${i + 1}`,
    number: i + 1,
    modality: use.modality,
    description,
    bodySite,
    instanceCount: use.images,
  }));
  writer.add('imaging-study', view, 'ImagingStudy', key, day, {
    studyInstanceUid: uid,
    startedAt: instantOf(day, 560),
    description: use.zh,
    modalities: [use.modality],
    bodySite,
    seriesCount: series.length,
    instanceCount: series.length * use.images,
    series,
  });
};

/** The staging work-up whole, as the breast is asked for it: what was not made yet of breast, chest and abdomen. */
const writeBreast = (random: Random, writer: Writer, view: View, course: Course, care: Care) => {
  const first = firstOf(care);
  const day = workdayBefore(course.diagnosed - 1);
  if (first !== null && random.chance(WHOLE_WORK_UP))
    for (const name of ['breastUs', 'chestCt', 'abdomenUs'])
      writeStudy(random, writer, view, `study-${name.toLowerCase()}`, name, day);
  const how = random.unit();
  if (care.surgery === null || how >= BY_KNIFE) return;
  const [code, zh] =
    how < BY_NEEDLE
      ? (['85.11', '乳腺空芯针穿刺活检'] as const)
      : (['85.12', '乳腺肿物切开活检'] as const);
  writer.add('treatment', view, 'Procedure', 'biopsy', day, {
    ...plain,
    what: 'OTHER',
    code: coded(ICD_9_CM, code, zh),
    status: 'completed',
    started: onDay(day),
    intent: null,
  });
};

const writeLung = (random: Random, writer: Writer, view: View, course: Course, care: Care) => {
  const on = workday(course.diagnosed + 6);
  const [, n, m] = course.staged?.categories ?? [];
  const atOnce = random.chance(OPERATED_AT_ONCE);
  if (!atOnce || care.surgery !== null || SMALL_CELL.test(course.morphology)) return;
  if (n?.startsWith('N2') !== true || m !== 'M0' || on >= Math.min(firstOf(care) ?? on, course.end))
    return;
  const operation = { code: '32.49', zh: '肺叶切除术' };
  writeOperation(writer, view, { kind: 'surgery', on, operation, left: null }, false, null);
};

const writeNasopharynx = (random: Random, writer: Writer, view: View, course: Course): void => {
  if (!random.chance(TREATED_ELSEWHERE)) return;
  writer.add('treatment', view, 'Procedure', 'radiotherapy-elsewhere', course.diagnosed, {
    ...plain,
    what: 'RADIOTHERAPY',
    code: coded(SNOMED, '1217123003', '放射治疗疗程'),
    status: 'completed',
    started: null,
    intent: coded(SNOMED, '373808002', '根治性'),
    modality: coded(SNOMED, '1156506007', '光子外照射'),
    technique: coded(SNOMED, '441799006', '调强放射治疗（IMRT）'),
  });
};

const writeLiver = (random: Random, writer: Writer, view: View, course: Course): void => {
  const value = random.pick(CNLC[course.stage] ?? []);
  const [undated, day] = [random.chance(UNDATED), Math.min(workday(course.diagnosed), course.end)];
  if (!course.morphology.startsWith('817') || !course.stageKnown || !random.chance(CNLC_STAGED))
    return;
  writer.add('stage', view, 'Observation', 'stage-cnlc', day, {
    tumour: writer.keyOf(view, 'tumour'),
    axis: 'CNLC',
    classification: 'c',
    value,
    system: 'CNLC',
    sent: inWords(`CNLC ${value}期`),
    assessed: undated ? null : onDay(day),
  });
};

/**
 * What a hospital does before the first treatment and some hospitals do not tell: studies, biopsies, the Chinese stage of the liver.
 * Written after everything else, so that nobody else's records, or their ids, change by it.
 */
export const writeWorkUp = (random: Random, writer: Writer, course: Course, care: Care): void => {
  const [view] = writer.views as [View];
  if (course.cancer.group === 'breast') writeBreast(random, writer, view, course, care);
  if (course.cancer.group === 'lung') writeLung(random, writer, view, course, care);
  if (course.cancer.group === 'nasopharynx') writeNasopharynx(random, writer, view, course);
  if (course.cancer.group === 'liver') writeLiver(random, writer, view, course);
};
