import type { Label } from '@nodp/terminology';
import { flag, list, text } from '../registry/fields.ts';
import { clinicalRule, decided, missingOf, needs } from '../registry/rule.ts';
import { organOf } from '../target-choice/organ-of.ts';
import { type Candidate, doubtsOfTargets } from '../target-choice/target-choice.ts';
import { millimetres, percent } from './millimetres.ts';
import { otherCriterion } from './other-criteria.ts';
import { lengthOf, lesionsOf, rowOf, visitsOf } from './read.ts';
import { RECIST_VERSION, responses, type TargetLesion, type VisitResponse } from './response.ts';

const FIELDS = {
  baseline: list(
    'target lesions: [{"id": "t1", "node": false, "mm": 34.5, "organ": "liver"}]; nodes by the short axis; organ_code (SNOMED CT), modality and slice_mm where known',
    '基线靶病灶列表；淋巴结取短径；可附organ_code（SNOMED CT）、modality、slice_mm',
  ),
  has_nontarget: flag('whether there are non-target lesions', '是否有非靶病灶'),
  visits: list(
    'visits: [{"date": "2025-03-01", "target": {"t1": 20.1}, "nontarget": "CR", "new_lesion": false}]; mm, null: not measured, “too small”: 5 mm, a list: parts of a split lesion; nontarget CR, non-CR/non-PD, PD, NE; new_lesion true, false, “equivocal”',
    '各次评估：靶病灶毫米数（null未测，“too small”计5 mm）、非靶病灶、新病灶',
  ),
  topography: text('ICD-O-3 topography', 'ICD-O-3部位编码'),
  morphology: text('ICD-O-3 morphology', 'ICD-O-3形态学编码'),
};

const wordsOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/** What RECIST asks of target lesions at baseline. */
const doubts = (lesions: readonly TargetLesion[], raw: readonly unknown[]): Label[] =>
  doubtsOfTargets(
    lesions.map(({ id, node, baseline }, index): Candidate => {
      const row = rowOf(raw[index], `baseline[${index}]`);
      const organ = wordsOf(row.organ);
      const words = organ === null ? null : { en: organ, zh: wordsOf(row.organ_zh) ?? organ };
      return {
        ...{ id, node, tenths: baseline, organWords: words },
        organ: organOf({ node, code: wordsOf(row.organ_code), words }),
        modality: wordsOf(row.modality),
        slice: lengthOf(row.slice_mm, `baseline[${index}].slice_mm`),
        irradiated: null,
        grownSince: null,
      };
    }),
  );

const reason = ({
  target,
  nonTarget,
  overall,
  sum,
  nadir,
  baseline,
  notMeasured,
  progressedOn,
  date,
}: VisitResponse): Label => {
  const change =
    sum === null
      ? { en: `not measured: ${notMeasured.join(', ')}`, zh: `未测量：${notMeasured.join('、')}` }
      : {
          en: `sum ${millimetres(sum)} mm, ${percent(sum, baseline) ?? 0} % of baseline ${millimetres(baseline)}, ${percent(sum, nadir) ?? '–'} % and ${millimetres(sum - nadir)} mm of nadir ${millimetres(nadir)}`,
          zh: `总和${millimetres(sum)} mm，较基线${millimetres(baseline)}变化${percent(sum, baseline) ?? 0}%，较最低值${millimetres(nadir)}变化${percent(sum, nadir) ?? '–'}%、${millimetres(sum - nadir)} mm`,
        };
  const isNew = overall === 'PD' && target !== 'PD' && nonTarget !== 'PD';
  return {
    en: `${date}: ${overall}; target ${target ?? '–'} (${target === null ? 'none' : change.en})${nonTarget === null ? '' : `, non-target ${nonTarget}`}${isNew ? ', new lesion' : ''}${progressedOn === null ? '' : `; progression is dated back to ${progressedOn}`}.`,
    zh: `${date}：${overall}；靶病灶${target ?? '–'}（${target === null ? '无' : change.zh}）${nonTarget === null ? '' : `，非靶病灶${nonTarget}`}${isNew ? '，新病灶' : ''}${progressedOn === null ? '' : `；进展追溯至${progressedOn}`}。`,
  };
};

export const RECIST_RESPONSE = clinicalRule({
  id: 'recist-response',
  version: RECIST_VERSION,
  title: { en: 'RECIST 1.1: response at each visit', zh: 'RECIST 1.1：各次评估的疗效' },
  source:
    'Eisenhauer EA et al. Eur J Cancer 2009;45:228-47; Schwartz LH et al. Eur J Cancer 2016;62:132-7',
  mark: 'known',
  population: null,
  fields: FIELDS,
  names: ['lesion_cases'],
  decide: (given) => {
    const other = otherCriterion(given.topography, given.morphology);
    if (other?.instead === true)
      return { value: null, explanation: [], missing: [], notApplicable: other.sentence };
    if (given.baseline === null || given.visits === null)
      return needs(missingOf(given, ['baseline', 'visits']));
    const lesions = lesionsOf(given.baseline);
    const found = responses(lesions, given.has_nontarget === true, visitsOf(given.visits, lesions));
    return decided(
      found.map((one) => ({
        date: one.date,
        target: one.target,
        nontarget: one.nonTarget,
        overall: one.overall,
        baseline_sum: millimetres(one.baseline),
        sum: one.sum === null ? null : millimetres(one.sum),
        nadir: millimetres(one.nadir),
        change_baseline_pct: one.sum === null ? null : percent(one.sum, one.baseline),
        change_nadir_pct: one.sum === null ? null : percent(one.sum, one.nadir),
        change_nadir_mm: one.sum === null ? null : millimetres(one.sum - one.nadir),
        progressed_on: one.progressedOn,
      })),
      [
        ...found.map(reason),
        ...doubts(lesions, given.baseline),
        ...(other === null ? [] : [other.sentence]),
      ],
    );
  },
});
