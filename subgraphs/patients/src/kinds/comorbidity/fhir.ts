import type { Condition } from '@medplum/fhirtypes';
import { coded, codings, type FhirReader, nothing, type Place } from '@nodp/record/fhir';
import { parseIcd10 } from '@nodp/terminology/icd-10';
import { resemblesCancer } from '@nodp/terminology/snomed';
import { clinicalStatus, ICD_10, onsetOf } from '../tumour/neoplasm.ts';
import type { ComorbidityRecord } from './record.ts';

const comorbidityOf = (condition: Condition, place: Place): ComorbidityRecord => ({
  kind: 'comorbidity',
  ...place.of(),
  what: coded(condition.code) ?? nothing,
  onset: onsetOf(condition, place),
  abated:
    place.date(condition.abatementDateTime, 'abatementDateTime') ??
    place.date(condition.abatementPeriod?.end, 'abatementPeriod.end'),
  clinicalStatus: clinicalStatus(condition),
});

/** Codes that are of tumours and are not read: `C00-C97` or `C34,1,2` of ICD-10, and ICD-9's (140 to 208, 230 to 238). */
const isUnreadNeoplasm = (condition: Condition): boolean =>
  codings(condition.code).some(({ system = '', code }) =>
    ICD_10.test(system)
      ? /^\s*(?:C\d\d|D[0-3]\d|D4[0-8])(?!\d)/i.test(code) && parseIcd10(code) === null
      : ICD_9.test(system) && /^(?:1[4-9]\d|20[0-8]|23[0-8])(?:\.?\d{1,2})?$/.test(code),
  );
/** Not ICD-9-CM's volume 3, whose codes are of procedures. */
const ICD_9 = /icd-?9(?!-?(?:cm-?)?(?:3|pcs|vol))|2\.16\.840\.1\.113883\.6\.103$/i;

/** Any condition that is no cancer. */
export const fhir: FhirReader = {
  claims: { Condition: 'rest' },
  read: (resource, place) => {
    const comorbidity = comorbidityOf(resource as Condition, place);
    if (isUnreadNeoplasm(resource as Condition)) {
      place.doubtful(
        'code',
        'code-invalid',
        'The code looks like a tumour and cannot be read as one of ICD-10: it is taken as a comorbidity. Send ICD-10, the code alone: C34.1, or C34.101+M8140/3.',
      );
    } else if (resemblesCancer(comorbidity.what.display ?? '')) {
      place.doubtful(
        'code',
        'code-invalid',
        'It reads like a cancer, but the code is none the platform knows: it is taken as a comorbidity. Send an ICD-10 or ICD-O-3 code beside it.',
      );
    }
    return { records: [comorbidity] };
  },
};
