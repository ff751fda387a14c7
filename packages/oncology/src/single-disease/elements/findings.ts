import type { Label } from '@nodp/terminology';
import { biomarkers } from '@nodp/terminology/biomarkers';
import { type ChoiceElement, type NumberElement, valuesOf } from '../element.ts';
import type { DiseaseFacts } from '../facts.ts';
import type { Measure } from '../read/codes.ts';
import { baselineOf } from '../read/results.ts';
import { findingOf } from '../read/tests.ts';

const FINDINGS = valuesOf(`
  POSITIVE|Positive|阳性
  NEGATIVE|Negative|阴性
  EQUIVOCAL|Equivocal|可疑
`);

const FIRST = {
  en: 'First result at or after 90 days before diagnosis that is positive or negative; equivocal where no other is.',
  zh: '诊断前90天及以后首个阳性或阴性结果；无此类结果而有可疑结果者为可疑。',
};

const labelOf = (marker: string): Label => {
  const found = biomarkers().find(({ id }) => id === marker);
  if (found === undefined) throw new RangeError(`no biomarker ${marker}`);
  return found.label;
};

interface Asked {
  /** Other markers that say the same. */
  readonly or?: readonly string[];
  /** Whether the test is one of such a tumour; always where left out. */
  readonly appliesTo?: (facts: DiseaseFacts) => boolean;
  /** In words, where it is not of every case. */
  readonly applies?: Label;
  /** Where a guideline asks for it. */
  readonly source: string;
}

/** A biomarker of the terminology, as it was found at diagnosis. */
export const marker = (
  id: string,
  name: string,
  { or = [], appliesTo = () => true, applies, source }: Asked,
): ChoiceElement => ({
  id,
  type: 'choice',
  label: labelOf(name),
  values: FINDINGS,
  rule: {
    words:
      applies === undefined
        ? FIRST
        : { en: `${FIRST.en} ${applies.en}`, zh: `${FIRST.zh}${applies.zh}` },
    source,
  },
  of: (facts) => (appliesTo(facts) ? findingOf(facts, name, ...or) : 'NOT_APPLICABLE'),
});

/** A laboratory result before treatment. @param limits of the classes in which it is shown */
export const baseline = (
  id: string,
  label: Label,
  {
    measure,
    limits,
    source,
  }: {
    readonly measure: Measure;
    readonly limits: readonly number[];
    readonly source: string;
  },
): NumberElement => ({
  id,
  type: 'number',
  label,
  unit: measure.unit,
  limits,
  rule: {
    words: {
      en: `Last result before the first treatment, from 90 days before diagnosis; untreated, to 60 days after it (LOINC ${measure.codes.join(', ')}).`,
      zh: `首次治疗前的末次结果，自诊断前90天起；未治疗者至诊断后60天（LOINC ${measure.codes.join('、')}）。`,
    },
    source,
  },
  of: (facts) => baselineOf(facts, measure),
});
