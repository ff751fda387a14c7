import { morphologyLabel } from '@nodp/terminology/morphology';
import { topographyLabel } from '@nodp/terminology/topography';
import type { Course } from '../course/course.ts';
import type { Care } from '../course/treatment.ts';
import { biomarker as biomarkerOf } from '../laboratory/biomarkers.ts';
import type { Random } from '../random/random.ts';
import { type Day, onDay } from '../time/days.ts';
import { workday } from '../time/workdays.ts';
import { coded, inWords } from './records.ts';
import { writeSequencing } from './sequencing.ts';
import { LOINC, SPECIMEN_TYPE } from './systems.ts';
import type { View, Writer } from './writer.ts';

const words = new Map<string, readonly [zh: string, en: string]>();

/** Topography and morphology in words, both languages. */
const wordsOf = (topography: string, morphology: string): readonly [string, string] => {
  const key = `${topography} ${morphology}`;
  let found = words.get(key);
  if (found === undefined) {
    const site = topographyLabel(topography);
    const kind = morphologyLabel(morphology);
    if (site === null || kind === null) throw new RangeError(`no words for ${key}`);
    found = [`（${site.zh}）${kind.zh}`, `${site.en}: ${kind.en}`];
    words.set(key, found);
  }
  return found;
};

const GRADES: Readonly<Record<string, readonly [string, string]>> = {
  1: ['高分化', 'well differentiated'],
  2: ['中分化', 'moderately differentiated'],
  3: ['低分化', 'poorly differentiated'],
  4: ['未分化', 'undifferentiated'],
};

interface Taken {
  readonly key: string;
  readonly type: readonly [code: string, zh: string];
  readonly parent: string | null;
}

export const specimen = (
  writer: Writer,
  view: View,
  course: Course,
  day: Day,
  taken: Taken,
): string => {
  const [zh] = wordsOf(course.topography, course.morphology);
  const blood = taken.type[0] === 'BLD' || taken.type[0] === 'SER';
  const added = writer.add('specimen', view, 'Specimen', taken.key, day, {
    accession: `${view.record}-${taken.key.toUpperCase()}`,
    type: coded(SPECIMEN_TYPE, taken.type[0], taken.type[1]),
    bodySite: blood ? null : inWords(zh.slice(1, zh.indexOf('）'))),
    collected: onDay(day),
    status: 'available',
    parent: taken.parent,
  });
  return added.record.source.id;
};

export const TISSUE = ['TISS', '组织'] as const;
export const TUMOUR = ['TUMOR', '肿瘤组织'] as const;
const MARROW = ['MAR', '骨髓'] as const;
const BLOOD = ['BLD', '全血'] as const;
const SERUM = ['SER', '血清'] as const;

export const pathology = (
  writer: Writer,
  view: View,
  course: Course,
  care: Care,
  key: string,
  day: Day,
  removed: boolean,
  found: string,
): void => {
  const [zh, en] = wordsOf(course.topography, course.morphology);
  const grade = course.grade === null ? null : GRADES[course.grade];
  const told = removed && course.stageKnown ? care.pathological : null;
  const tnm = told?.staged.categories;
  const after = told?.classification === 'y' ? 'yp' : 'p';
  const conclusion = [zh, grade?.[0], tnm ? `${after}${tnm[0]}${tnm[1]}` : null]
    .filter(Boolean)
    .join('，');
  const on = Math.max(day, Math.min(workday(day + 5), course.end));
  // One report in fifty takes the place of an earlier one.
  const corrected = (course.born + on) % 50 === 0;
  const lines = [
    `病理诊断：${conclusion}。`,
    removed ? '切缘：各切缘均未见癌累及。' : '标本：活检组织。',
    found === '' ? null : `免疫组化及分子检测：${found}。`,
    `Diagnosis: ${en}${grade ? `, ${grade[1]}` : ''}.`,
    corrected ? '更正报告：本报告替代此前签发的版本。' : null,
  ];
  writer.add('pathology-report', view, 'DiagnosticReport', key, on, {
    what: coded(LOINC, '22637-3', '病理诊断报告'),
    status: corrected ? 'corrected' : 'final',
    reported: onDay(on),
    conclusion,
    text: lines.filter(Boolean).join('\n'),
  });
};

/** Specimens with what was cut from them, the pathologist's reports, and the tests of the tissue. */
export const writeTissue = (
  random: Random,
  genes: Random,
  writer: Writer,
  course: Course,
  care: Care,
): void => {
  const { cancer, diagnosed } = course;
  const blood = cancer.topography.items[0]?.startsWith('C42') === true;
  const [home] = writer.views as [View];
  const found = care.biomarkers.map((r) => `${biomarkerOf(r.biomarker).zh} ${r.words}`).join('，');

  const biopsy = specimen(writer, home, course, diagnosed, {
    key: 'biopsy',
    type: blood ? MARROW : TISSUE,
    parent: null,
  });
  if (!blood)
    specimen(writer, home, course, diagnosed, { key: 'biopsy-a', type: TISSUE, parent: biopsy });
  pathology(
    writer,
    home,
    course,
    care,
    'pathology-1',
    diagnosed,
    false,
    care.surgery === null ? found : '',
  );
  if (random.chance(0.35)) {
    const drawn = specimen(writer, home, course, diagnosed, {
      key: 'blood',
      type: BLOOD,
      parent: null,
    });
    specimen(writer, home, course, diagnosed, { key: 'blood-a', type: SERUM, parent: drawn });
  }
  if (care.surgery !== null) {
    const { on } = care.surgery;
    const view = writer.at(on);
    const removed = specimen(writer, view, course, on, {
      key: 'resection',
      type: TUMOUR,
      parent: null,
    });
    specimen(writer, view, course, on, { key: 'resection-a', type: TUMOUR, parent: removed });
    if (random.chance(0.4))
      specimen(writer, view, course, on, { key: 'resection-b', type: TUMOUR, parent: removed });
    pathology(writer, view, course, care, 'pathology-2', on, true, found);
  }
  const tested = care.surgery?.on ?? diagnosed;
  const view = care.surgery === null ? home : writer.at(tested);
  for (const result of care.biomarkers) {
    const test = biomarkerOf(result.biomarker);
    writer.add(
      'biomarker',
      view,
      'Observation',
      `marker-${result.biomarker.toLowerCase()}`,
      tested + 9,
      {
        what: coded(test.system, test.code, test.zh),
        result: result.percent === null ? inWords(result.words) : null,
        amount:
          result.percent === null
            ? null
            : { value: result.percent, comparator: null, unit: '%', normal: null },
        finding: result.positive ? 'positive' : 'negative',
        tested: onDay(tested),
        tumour: null,
      },
    );
  }
  writeSequencing(genes, writer, view, course, care, tested, biopsy);
};
