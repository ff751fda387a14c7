import {
  amountOf,
  codeable,
  conceptIn,
  dateIn,
  type FhirWriter,
  fhirWriter,
  LOINC,
  mcodeProfile,
  said,
} from '@nodp/record/fhir';
import { sql } from 'drizzle-orm';
import { lesion } from './table.ts';

const DCM = 'http://dicom.nema.org/resources/ontology/DCM';
const CDISC = 'http://www.cdisc.org/ns/sdtm';
const SIZE = '21889-1';
/** mCODE's longest dimension of a tumour. */
const LONGEST = '33728-7';

/** What was measured is present; the rest as CDISC's tumour states. */
const STATES: Readonly<Record<string, string>> = {
  TOO_SMALL: 'TOO SMALL TO MEASURE',
  ABSENT: 'ABSENT',
  PRESENT: 'PRESENT',
  PROGRESSED: 'UNEQUIVOCAL PROGRESSION',
  EQUIVOCAL: 'EQUIVOCAL',
  NOT_EVALUABLE: 'NOT EVALUABLE',
};

const component = (system: string, code: string, value: Readonly<Record<string, unknown>>) =>
  Object.values(value).every((one) => one === undefined || one === null)
    ? []
    : [{ code: codeable(system, code, null), ...value }];

const millimetres = (tenths: number | null) => amountOf(tenths === null ? null : tenths / 10, 'mm');

const words = (text: string | null) => text?.replace('_', ' ');

/** A lesion as mCODE's tumour size, named by DICOM's tracking identifier, with CDISC's role and state. */
export const toFhir: FhirWriter = fhirWriter(lesion, {
  types: ['Observation'],
  search: {
    code: [{ system: sql.raw(`'${LOINC}'`), code: sql.raw(`'${SIZE}'`) }],
    date: { on: lesion.measuredOn, precision: lesion.measuredPrecision },
    status: sql`'final'`,
  },
  write: (row, { common, subject, refer }) => {
    const focus = refer('Condition', row.tumourSourceId);
    const organ = conceptIn(row, 'organ');
    const size = { valueQuantity: millimetres(row.tenths) };
    return said({
      resourceType: 'Observation',
      ...common,
      ...mcodeProfile('tumor-size', !row.node && row.tenths !== null),
      status: 'final',
      code: codeable(LOINC, SIZE, null),
      subject,
      focus: focus === undefined ? [] : [focus],
      effectiveDateTime: dateIn(row, 'measured'),
      performer: row.measuredBy === null ? [] : [{ display: row.measuredBy }],
      note: row.note === null ? [] : [{ text: row.note }],
      bodySite: row.site === null ? organ : { ...organ, text: row.site },
      method: codeable(DCM, row.modality, null),
      derivedFrom:
        row.studyUid === null
          ? []
          : [
              {
                type: 'ImagingStudy',
                identifier: { system: 'urn:dicom:uid', value: `urn:oid:${row.studyUid}` },
              },
            ],
      component: [
        ...component(DCM, '112039', { valueString: row.lesion }),
        ...component(CDISC, 'TUMIDENT', { valueString: row.role.replace('_', '-') }),
        ...component(CDISC, 'TUMSTATE', { valueString: STATES[row.state] }),
        ...(row.node ? component(CDISC, 'SAXIS', size) : component(LOINC, LONGEST, size)),
        ...component(CDISC, 'RTFIELD', { valueString: words(row.fieldPosition) }),
        ...component(DCM, '112002', { valueString: row.seriesUid }),
        ...component(DCM, '112225', { valueQuantity: millimetres(row.sliceTenths) }),
      ],
    });
  },
});
