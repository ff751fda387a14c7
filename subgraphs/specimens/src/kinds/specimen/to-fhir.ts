import {
  conceptIn,
  dateIn,
  type FhirWriter,
  fhirWriter,
  mcodeProfile,
  said,
} from '@nodp/record/fhir';
import { specimen } from './table.ts';

export const toFhir: FhirWriter = fhirWriter(specimen, {
  types: ['Specimen'],
  search: {
    code: [{ system: specimen.typeSystem, code: specimen.typeCode }],
    date: { on: specimen.collectedOn, precision: specimen.collectedPrecision },
    status: specimen.status,
  },
  write: (row, { common, subject, refer }) => {
    const parent = refer('Specimen', row.parentSourceId);
    return said({
      resourceType: 'Specimen',
      ...common,
      ...mcodeProfile('human-specimen', row.typeCode !== null),
      accessionIdentifier: said({ value: row.accession }),
      status: row.status,
      type: conceptIn(row, 'type'),
      subject,
      parent: parent === undefined ? [] : [parent],
      collection: said({
        collectedDateTime: dateIn(row, 'collected'),
        bodySite: conceptIn(row, 'bodySite'),
      }),
    });
  },
});
