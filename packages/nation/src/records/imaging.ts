import type { ImagingUse } from '../cancers/model.ts';
import type { Course } from '../course/course.ts';
import type { Care } from '../course/treatment.ts';
import type { Random } from '../random/random.ts';
import { type Day, instantOf, onDay } from '../time/days.ts';
import { workday, workdayBefore } from '../time/workdays.ts';
import { coded } from './records.ts';
import { LOINC, SNOMED } from './systems.ts';
import type { Writer } from './writer.ts';

/** DICOM UIDs of the nation: 2.25 and a number made of chance (PS3.5 annex B.2), so that they meet no real one. */
export const uidOf = (random: Random): string =>
  `2.25.${((BigInt(random.bits()) << 64n) | (BigInt(random.bits()) << 32n) | BigInt(random.bits())).toString()}`;

interface Examination {
  readonly day: Day;
  readonly use: ImagingUse;
  readonly says: string;
}

const write = (
  random: Random,
  writer: Writer,
  number: number,
  end: Day,
  { day, use, says }: Examination,
): void => {
  const told = Math.max(day, Math.min(workday(day + 1), end));
  const view = writer.at(day);
  const [code, display] = use.bodySite;
  const uid = uidOf(random);
  const series = use.series.map((description, i) => ({
    uid: `${uid}.${i + 1}`,
    number: i + 1,
    modality: use.modality === 'PT' && i === 0 ? 'CT' : use.modality,
    description,
    bodySite: coded(SNOMED, code, display),
    instanceCount: Math.max(1, Math.round(use.images * (0.8 + 0.4 * random.unit()))),
  }));
  writer.add('imaging-study', view, 'ImagingStudy', `study-${number}`, day, {
    studyInstanceUid: uid,
    startedAt: instantOf(day, 510 + random.below(480)),
    description: use.zh,
    modalities: [...new Set(series.map((s) => s.modality))],
    bodySite: coded(SNOMED, code, display),
    seriesCount: series.length,
    instanceCount: series.reduce((n, s) => n + s.instanceCount, 0),
    series,
  });
  writer.add('imaging-report', view, 'DiagnosticReport', `imaging-report-${number}`, told, {
    what: coded(LOINC, '18748-4', `${use.zh}报告`),
    status: 'final',
    reported: onDay(told),
    conclusion: says,
    text: null,
  });
};

const SIZE: readonly (readonly [median: number, words: string])[] = [
  [17, '边界尚清，未见肿大淋巴结'],
  [29, '区域未见明确肿大淋巴结'],
  [44, '伴区域淋巴结肿大'],
  [55, '伴区域淋巴结肿大及远处转移灶'],
];

/** Studies at diagnosis, after treatment and when the cancer comes back, each with its report. */
export const writeImaging = (random: Random, writer: Writer, course: Course, care: Care): void => {
  const { cancer, diagnosed, end, relapse, stage } = course;
  const [first, second = first, third = second] = cancer.imaging as readonly ImagingUse[];
  if (first === undefined || second === undefined || third === undefined) return;
  const [median, also] = SIZE[stage] as readonly [number, string];
  const millimetres = Math.max(4, Math.round(median * Math.exp(0.35 * random.normal())));
  const solid = cancer.staging?.system === 'AJCC';
  const seen = solid
    ? `考虑${cancer.zh}，病灶最大径约${millimetres} mm，${also}。`
    : `符合${cancer.zh}改变，请结合临床及病理。`;
  const examinations: Examination[] = [
    { day: Math.max(workdayBefore(diagnosed - 3), course.born), use: first, says: seen },
  ];
  if (random.chance(0.45)) {
    const says = stage === 3 ? '可见转移灶。' : '未见明确转移征象。';
    examinations.push({ day: workday(diagnosed + 2), use: third, says });
  }
  const done = care.surgery?.on ?? care.systemic[0]?.from ?? care.radiotherapy[0]?.from ?? null;
  const check = done === null ? null : workday(done + 90 + random.below(60));
  if (check !== null && check < Math.min(end, relapse ?? end)) {
    const left = Math.round(millimetres * (0.45 + 0.6 * random.unit()));
    const says =
      care.surgery !== null
        ? `${cancer.zh}术后改变，未见复发征象。`
        : `治疗后复查，病灶最大径约${left} mm。`;
    examinations.push({ day: check, use: second, says });
  }
  if (relapse !== null) {
    const says =
      care.surgery !== null
        ? `${cancer.zh}术后，新发病灶，考虑复发或转移。`
        : '病灶较前增大，考虑进展。';
    examinations.push({ day: relapse, use: second, says });
  }
  for (const [i, examination] of examinations.entries()) {
    if (examination.day <= end || i === 0) write(random, writer, i + 1, end, examination);
  }
};
