import { parseMorphology } from '@nodp/terminology';
import { type About, type Edit, type Examined, edit, type Said } from '../edit.ts';
import { codes } from './tumour-case.ts';

/** The grade that is implied, and the histologies that imply it. */
const IMPLIED: readonly (readonly [grades: string, histologies: (histology: number) => boolean])[] =
  [
    ['1', codes('8331 9187 9511')],
    ['2', codes('8249 8332 9083 9243 9372')],
    ['3', codes('8631 8634')],
    ['4', codes('8020 8021 8805 9062 9082 9392 9401 9451 9505 9512')],
    ['58', codes('9700 9701 9719 9831')],
    ['57', codes('9714')],
    ['5', codes('9702 9705 9708 9709 9716-9718 9724 9726 9729 9827 9834 9837')],
    ['6', codes('9670-9699 9712 9728 9737 9738 9811-9818 9823 9833 9836')],
    ['8', codes('9948')],
  ];

interface Graded {
  readonly grade: string;
  readonly histology: number;
  readonly behaviour: string;
}

type OfGrade = 'tumour' | 'observation';

/** The grade with the histology of the tumour that it is of: a pathologist's finding names the tumour. */
const gradedOf = (record: Examined<OfGrade>, { person }: About): Graded | null => {
  const grade = record.kind === 'tumour' ? record.grade : (record.finding?.grade ?? null);
  if (grade === null || !/^[1-8]$/.test(grade)) return null;
  const morphology =
    record.kind === 'tumour'
      ? record.morphology
      : (record.finding?.morphology ??
        person?.tumours.find(({ key }) => key === record.tumour)?.morphology ??
        null);
  const parsed = morphology === null ? null : parseMorphology(morphology);
  return parsed === null
    ? null
    : { grade, histology: Number(parsed.histology), behaviour: parsed.behaviour };
};

const CHOICE =
  'IARC calls it invalid of the sixth digit of ICD-O-3. What hospitals send is the pathologist’s grade, which may be of another system (nuclear grade in situ, WHO grade of the nervous system, follicular lymphoma, grade groups of the prostate): it is taken, and told.';

const ofGrade = (
  title: Said,
  source: string,
  when: (graded: Graded) => boolean,
  choice = CHOICE,
): Edit =>
  edit<OfGrade>({
    title,
    kinds: ['tumour', 'observation'],
    fields: ['grade', 'morphology'],
    severity: 'warn',
    source,
    since: '2026-11-29',
    choice,
    find: (record, about) => {
      const graded = gradedOf(record, about);
      if (graded === null || !when(graded)) return null;
      const { grade, histology, behaviour } = graded;
      return {
        elements: ['value', 'code'],
        reason: {
          en: `${title.en} (grade ${grade}, ${histology}/${behaviour}).`,
          zh: `${title.zh}（分级 ${grade}，${histology}/${behaviour}）。`,
        },
        remedy: {
          en: 'Compare the grade and the histology with the report of pathology.',
          zh: '请与病理报告核对分级和组织学类型。',
        },
      };
    },
  });

const implied = ({ histology }: Graded): string | null =>
  IMPLIED.find(([, has]) => has(histology))?.[0] ?? null;

export const GRADE_EDITS = {
  'grade-behaviour': ofGrade(
    { en: 'Grade of a tumour that is not malignant', zh: '非恶性肿瘤有分级' },
    'CanReg5 CheckGrade (GRADE_BEHAV)',
    ({ behaviour }) => behaviour !== '3',
  ),
  'grade-solid': ofGrade(
    { en: 'Cell lineage of a solid tumour', zh: '实体瘤填写了细胞谱系' },
    'CanReg5 CheckGrade (GRADE_SOLID)',
    ({ grade, histology }) => grade >= '5' && histology < 9590,
  ),
  'grade-haematological': ofGrade(
    { en: 'Differentiation of a haematological tumour', zh: '血液肿瘤填写了分化程度' },
    'iarc_check_sim (GRADE_HAEM); CanReg5 has none',
    ({ grade, histology }) => grade <= '4' && histology >= 9590,
  ),
  'grade-implied': ofGrade(
    { en: 'Another grade than the histology implies', zh: '分级与组织学所含分级不符' },
    'CanReg5 CheckGrade (GRADE_FIX_1 to 8); iarc_check_sim',
    (graded) => implied(graded)?.includes(graded.grade) === false,
    `${CHOICE} iarc_check_sim adds 8851, 8858, 9725 and 9826, and lets 9719 be 5 or 8; CanReg5’s lists are taken, but 9714 is 5 or 7 (CanReg5 lets 4 too and then refuses it by its next rule), and 9700, 9701, 9719 and 9831 may be 5 or 8 as iarc_check_sim has it (CanReg5: every 9700–9719).`,
  ),
} as const satisfies Record<string, Edit>;
