import { type FhirWriter, fhirWriter, instantOf, said } from '@nodp/record/fhir';
import { sql } from 'drizzle-orm';
import { study } from './table.ts';

const DCM = 'http://dicom.nema.org/resources/ontology/DCM';

export const toFhir: FhirWriter = fhirWriter(study, {
  types: ['ImagingStudy'],
  search: {
    date: { at: study.startedAt },
    status: sql`'available'`,
  },
  write: (row, { common, subject }) => {
    const uid =
      row.studyInstanceUid === null
        ? []
        : [{ system: 'urn:dicom:uid', value: `urn:oid:${row.studyInstanceUid}` }];
    const identifier = [...(common.identifier ?? []), ...uid];
    return said({
      resourceType: 'ImagingStudy',
      ...common,
      identifier,
      status: 'available',
      modality: row.modalities.map((code) => ({ system: DCM, code })),
      subject,
      started: instantOf(row.startedAt),
      numberOfSeries: row.seriesCount,
      numberOfInstances: row.instanceCount,
      description: row.description,
      series: row.series.map((series) =>
        said({
          uid: series.uid,
          number: series.number,
          modality: { system: DCM, code: series.modality },
          description: series.description,
          numberOfInstances: series.instanceCount,
          bodySite: series.bodySite === null ? undefined : said({ ...series.bodySite }),
        }),
      ),
    });
  },
});
