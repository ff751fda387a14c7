import type { ClinicalRecords } from '../records/records.ts';
import { LOINC } from '../records/systems.ts';
import {
  codeable,
  concept,
  mcodeProfile,
  partial,
  quantity,
  said,
  type ToResource,
} from './elements.ts';

const DCM = 'http://dicom.nema.org/resources/ontology/DCM';
const CDISC = 'http://www.cdisc.org/ns/sdtm';

const STATES = {
  MEASURED: 'PRESENT',
  TOO_SMALL: 'TOO SMALL TO MEASURE',
  ABSENT: 'ABSENT',
  PRESENT: 'PRESENT',
  PROGRESSED: 'UNEQUIVOCAL PROGRESSION',
  EQUIVOCAL: 'EQUIVOCAL',
  NOT_EVALUABLE: 'NOT EVALUABLE',
} as const;

const component = (system: string, code: string, value: object) => ({
  code: codeable(system, code, null),
  ...value,
});

/** The study it was measured on, by the id its hospital gave it. */
const studyOf = (uid: string | null, beside: ClinicalRecords) => {
  const found = beside['imaging-study']?.find(({ record }) => record.studyInstanceUid === uid);
  return found === undefined
    ? undefined
    : [{ reference: `ImagingStudy/${found.record.source.id}` }];
};

/** A lesion as mCODE's tumour size, named by DICOM's tracking identifier, with CDISC's role and state. */
export const lesion: ToResource<'lesion'> = (c, common, beside) =>
  said({
    resourceType: 'Observation',
    ...common,
    ...mcodeProfile('tumor-size'),
    status: 'final',
    code: codeable(LOINC, '21889-1', null),
    effectiveDateTime: partial(c.measured),
    bodySite: concept(c.organ),
    method: c.modality === null ? undefined : codeable(DCM, c.modality, null),
    derivedFrom: studyOf(c.studyUid, beside),
    performer: c.measuredBy === null ? undefined : [{ display: c.measuredBy }],
    component: [
      component(DCM, '112039', { valueString: c.lesion }),
      component(CDISC, 'TUMIDENT', { valueString: c.role.replace('_', '-') }),
      ...(c.state === 'MEASURED'
        ? []
        : [component(CDISC, 'TUMSTATE', { valueString: STATES[c.state] })]),
      ...(c.tenths === null
        ? []
        : [
            component(CDISC, c.node ? 'SAXIS' : 'LDIAM', {
              valueQuantity: quantity(c.tenths / 10, 'mm'),
            }),
          ]),
      ...(c.fieldPosition === null
        ? []
        : [component(CDISC, 'RTFIELD', { valueString: c.fieldPosition.replace('_', ' ') })]),
      ...(c.seriesUid === null ? [] : [component(DCM, '112002', { valueString: c.seriesUid })]),
    ],
  });
