import type { Condition } from '@medplum/fhirtypes';
import { coded, type FhirReader, nothing, type Place } from '@nodp/record/fhir';
import { resemblesCancer } from '@nodp/terminology/snomed';
import { clinicalStatus, onsetOf } from '../tumour/neoplasm.ts';
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

/** Any condition that is no cancer. */
export const fhir: FhirReader = {
  claims: { Condition: 'rest' },
  read: (resource, place) => {
    const comorbidity = comorbidityOf(resource as Condition, place);
    if (resemblesCancer(comorbidity.what.display ?? '')) {
      place.doubtful(
        'code',
        'code-invalid',
        'It reads like a cancer, but the code is none the platform knows: it is taken as a comorbidity. Send an ICD-10 or ICD-O-3 code beside it.',
      );
    }
    return { records: [comorbidity] };
  },
};
