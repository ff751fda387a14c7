/** Resources about lesions of the patient `lung`. */

/** A CT of 2 March 2026. */
export const study = {
  ...{ resourceType: 'ImagingStudy', id: 'ct', status: 'available' },
  subject: { reference: 'urn:uuid:lung' },
  identifier: [{ system: 'urn:dicom:uid', value: 'urn:oid:2.25.9' }],
  started: '2026-03-02T08:00:00+08:00',
  series: [{ uid: '2.25.9.1', modality: { code: 'CT' }, numberOfInstances: 1 }],
};
export const component = (code: string, value: object) => ({
  code: { coding: [{ code }] },
  ...value,
});
/** A target of 30 mm in the liver, as a hospital's system sends it by mCODE. */
export const sent = {
  ...{ resourceType: 'Observation', id: 'sent-t1', status: 'final' },
  ...{ subject: { reference: 'urn:uuid:lung' }, effectiveDateTime: '2026-01-05' },
  focus: [{ reference: 'Condition/lung-c' }],
  code: { coding: [{ system: 'http://loinc.org', code: '21889-1' }] },
  bodySite: {
    coding: [{ system: 'http://snomed.info/sct', code: '10200004' }],
    text: '肝右叶',
  },
  component: [
    component('112039', { valueString: 'T1' }),
    component('TUMIDENT', { valueString: 'TARGET' }),
    component('LDIAM', { valueQuantity: { value: 30, unit: 'mm', code: 'mm' } }),
  ],
};

const MCODE = 'http://hl7.org/fhir/us/mcode/StructureDefinition/mcode-radiotherapy';

const gray = (value: number) => ({
  valueQuantity: { value, unit: 'Gy', system: 'http://unitsofmeasure.org', code: 'Gy' },
});
/** A course of radiotherapy of 60 Gy in 30 fractions to a volume that names the lesion T1. */
export const course = {
  ...{ resourceType: 'Procedure', id: 'rt', status: 'completed' },
  meta: { profile: [`${MCODE}-course-summary`] },
  subject: { reference: 'urn:uuid:lung' },
  code: { coding: [{ system: 'http://snomed.info/sct', code: '1217123003' }] },
  performedPeriod: { start: '2026-01-12', end: '2026-02-20' },
  contained: [
    {
      ...{ resourceType: 'BodyStructure', id: 'v', description: 'PGTV' },
      patient: { reference: 'urn:uuid:lung' },
      identifier: [{ value: 'T1' }],
      location: { coding: [{ system: 'http://snomed.info/sct', code: '10200004' }] },
    },
  ],
  extension: [
    {
      url: `${MCODE}-dose-delivered-to-volume`,
      extension: [
        { url: 'volume', valueReference: { reference: '#v' } },
        { url: 'totalDoseDelivered', ...gray(60) },
        { url: 'fractionsDelivered', valueUnsignedInt: 30 },
      ],
    },
  ],
};
