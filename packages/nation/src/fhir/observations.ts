import { LOINC, SNOMED } from '../records/systems.ts';
import {
  amount,
  codeable,
  concept,
  mcodeProfile,
  partial,
  quantity,
  said,
  type ToResource,
} from './elements.ts';

const CATEGORY = 'http://terminology.hl7.org/CodeSystem/observation-category';
const INTERPRETATION = 'http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation';
const GENES = 'http://www.genenames.org/geneId';

/** What SNOMED CT asks by each axis, clinically and pathologically (mCODE). */
const QUESTIONS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  group: { c: '399537006', p: '399588009' },
  T: { c: '399504009', p: '384625004' },
  N: { c: '399534004', p: '371494008' },
  M: { c: '399387003', p: '371497001' },
};
/** Clinical stage group, of whatever system. */
const STAGE_GROUP = '21908-9';
/** Prostate cancer grade group (ISUP). */
const GRADE_GROUP = '94734-1';
const METHODS: Readonly<Record<string, readonly [string, string]>> = {
  'AJCC 8': ['897275008', 'AJCC, Cancer Staging Manual, 8th edition'],
  'Ann Arbor': ['254372002', 'Ann Arbor lymphoma staging system'],
};

export const stage: ToResource<'stage'> = (c, common) => {
  // What treatment left is asked for as what the pathologist finds: the value says that it was after treatment.
  const asked = c.classification === 'y' ? 'p' : c.classification;
  const question = asked === null ? undefined : QUESTIONS[c.axis]?.[asked];
  const method = c.system === null ? undefined : METHODS[c.system];
  return said({
    resourceType: 'Observation',
    ...common,
    status: 'final',
    code: question
      ? codeable(SNOMED, question, null)
      : codeable(LOINC, c.axis === 'ISUP' ? GRADE_GROUP : STAGE_GROUP, null),
    focus: c.tumour === null ? undefined : [{ reference: `Condition/${c.tumour}` }],
    effectiveDateTime: partial(c.assessed),
    method: method ? codeable(SNOMED, method[0], method[1]) : codeable(null, null, c.system),
    valueCodeableConcept: concept(c.sent),
  });
};

export const observation: ToResource<'observation'> = (c, common) =>
  said({
    resourceType: 'Observation',
    ...common,
    status: 'final',
    category: [codeable(CATEGORY, 'laboratory', null)],
    code: concept(c.what),
    effectiveDateTime: c.at,
    valueQuantity: amount(c.value),
    valueString: c.text ?? undefined,
    focus: c.tumour == null ? undefined : [{ reference: `Condition/${c.tumour}` }],
    interpretation:
      c.interpretation === null ? undefined : [codeable(INTERPRETATION, c.interpretation, null)],
    referenceRange:
      c.referenceLow === null && c.referenceHigh === null
        ? undefined
        : [
            said({
              low: quantity(c.referenceLow, c.value?.unit ?? null),
              high: quantity(c.referenceHigh, c.value?.unit ?? null),
            }),
          ],
  });

export const performance: ToResource<'performance'> = (c, common) => ({
  resourceType: 'Observation',
  ...common,
  status: 'final',
  code: codeable(LOINC, '89247-1', 'ECOG体力状况评分'),
  effectiveDateTime: c.at,
  valueInteger: c.score,
});

/** A gene is named in a component of a variant; anything else is asked for by its own code. */
export const biomarker: ToResource<'biomarker'> = (c, common) => {
  const result = concept(c.result);
  const shared = {
    resourceType: 'Observation',
    ...common,
    status: 'final',
    effectiveDateTime: partial(c.tested),
    interpretation:
      c.finding === null
        ? undefined
        : [codeable(INTERPRETATION, c.finding === 'positive' ? 'POS' : 'NEG', null)],
  };
  if (c.what.system !== GENES) {
    return said({
      ...shared,
      ...mcodeProfile('tumor-marker-test'),
      code: concept(c.what),
      valueCodeableConcept: result,
      valueQuantity: amount(c.amount),
    });
  }
  return said({
    ...shared,
    ...mcodeProfile('genomic-variant'),
    code: codeable(LOINC, '69548-6', null),
    component: [
      {
        code: codeable(LOINC, '48018-6', null),
        valueCodeableConcept: concept(c.what),
      },
    ],
    valueCodeableConcept: result,
  });
};

/** Who found what: LOINC answers of 69548-6. */
const PRESENCES = {
  present: ['LA9633-4', 'Present'],
  absent: ['LA9634-2', 'Absent'],
  indeterminate: ['LA11884-6', 'Indeterminate'],
} as const;
const ORIGINS = { somatic: ['LA6684-0', 'Somatic'], germline: ['LA6683-2', 'Germline'] } as const;

const loinc = ([code, display]: readonly [string, string]) => codeable(LOINC, code, display);

const component = (code: string, value: Readonly<Record<string, unknown>>) =>
  Object.values(value).some((one) => one !== undefined && one !== null)
    ? [{ code: codeable(LOINC, code, null), ...value }]
    : [];

const inWords = (code: string, text: string | null) =>
  component(code, { valueString: text ?? undefined });

const ofTest = (c: { readonly specimen: string | null; readonly tumour: string | null }) => ({
  specimen: c.specimen === null ? undefined : { reference: `Specimen/${c.specimen}` },
  focus: c.tumour === null ? undefined : [{ reference: `Condition/${c.tumour}` }],
});

/** HL7 Genomics Reporting: the change in components. */
export const variant: ToResource<'variant'> = (c, common) =>
  said({
    resourceType: 'Observation',
    ...common,
    ...mcodeProfile('genomic-variant'),
    ...ofTest(c),
    status: 'final',
    code: codeable(LOINC, '69548-6', null),
    effectiveDateTime: partial(c.tested),
    method: concept(c.method),
    valueCodeableConcept: loinc(PRESENCES[c.presence]),
    component: [
      ...component('48018-6', { valueCodeableConcept: concept(c.gene) }),
      ...component('48018-6', { valueCodeableConcept: concept(c.partner) }),
      ...inWords('48005-3', c.protein),
      ...inWords('48004-6', c.coding),
      ...inWords('81290-9', c.genomic),
      ...inWords('51958-7', c.transcript),
      ...inWords('81252-9', c.name),
      ...component('82155-3', { valueQuantity: quantity(c.copyNumber, '1') }),
      ...component('81258-6', { valueQuantity: quantity(c.alleleFraction, '1') }),
      ...(c.origin === null
        ? []
        : component('48002-0', { valueCodeableConcept: loinc(ORIGINS[c.origin]) })),
    ],
  });

/** The region studied: each gene in a component of its own. */
export const genomicTest: ToResource<'genomic-test'> = (c, common) =>
  said({
    resourceType: 'Observation',
    ...common,
    ...mcodeProfile('genomic-region-studied'),
    ...ofTest(c),
    status: 'final',
    code: concept(c.what),
    effectiveDateTime: partial(c.tested),
    method: concept(c.method),
    component: [
      ...c.genes.flatMap((gene) =>
        component('48018-6', { valueCodeableConcept: codeable(null, null, gene) }),
      ),
      ...inWords('81293-3', c.region),
    ],
  });

export const diseaseStatus: ToResource<'disease-status'> = (c, common) =>
  said({
    resourceType: 'Observation',
    ...common,
    ...mcodeProfile('cancer-disease-status'),
    status: 'final',
    code: codeable(LOINC, '97509-4', null),
    effectiveDateTime: partial(c.assessed),
    valueCodeableConcept: concept(c.sent),
  });
