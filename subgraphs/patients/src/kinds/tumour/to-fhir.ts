import {
  codeable,
  conceptIn,
  dateIn,
  type FhirWriter,
  fhirWriter,
  ICD_10,
  ICD_O_3,
  mcodeExtension,
  mcodeProfile,
  SNOMED,
  said,
} from '@nodp/record/fhir';
import { BASIS_OF_DIAGNOSIS_SYSTEM } from '@nodp/terminology/basis-of-diagnosis';
import { clinicalStatusOf, VERIFIED } from './condition-status.ts';
import { modeOfDetectionExtension } from './mode-of-detection.ts';
import { tumour } from './table.ts';

const SIDES: Readonly<Record<string, string>> = {
  left: '7771000',
  right: '24028007',
  bilateral: '51440002',
  unilateral: '66459002',
  midline: '399488007',
};

const BASIS_OF_DIAGNOSIS = 'urn:nodp:basis-of-diagnosis';

type Row = typeof tumour.$inferSelect;

/** The code as it was sent, and the ICD-10 code that was read beside it. */
const codeOf = (row: Row) => {
  const sent = conceptIn(row, 'sent');
  const apart =
    row.icd10 !== null && (row.sentCode === null || !row.sentCode.startsWith(row.icd10));
  if (!apart || row.icd10 === null) return sent;
  const icd10 = { system: ICD_10, code: row.icd10 };
  return sent !== undefined && 'coding' in sent
    ? { coding: [...sent.coding, icd10] }
    : { ...sent, coding: [icd10] };
};

const siteOf = (row: Row) => {
  const side = row.laterality === null ? undefined : SIDES[row.laterality];
  const site = codeable(ICD_O_3, row.topography, null);
  const extension =
    side === undefined
      ? []
      : mcodeExtension('laterality-qualifier', {
          valueCodeableConcept: codeable(SNOMED, side, null),
        });
  return site === undefined && extension.length === 0 ? [] : [said({ ...site, extension })];
};

/** The histology by its code, or in the words in which it was sent. */
const histologyOf = (row: Row) =>
  row.histologySent === null || row.histologySent === undefined
    ? codeable(ICD_O_3, row.morphology, null)
    : said({ ...codeable(ICD_O_3, row.morphology, null), text: row.histologySent });

/** A cancer with the stages that its sender's Condition said. */
export const toFhir: FhirWriter = fhirWriter(tumour, {
  types: ['Condition'],
  carries: ['stage'],
  search: {
    code: [{ system: tumour.sentSystem, code: tumour.sentCode }],
    date: { on: tumour.diagnosedOn, precision: tumour.diagnosedPrecision },
    status: tumour.clinicalStatus,
  },
  write: (row, { common, subject, refer, carried }) =>
    said({
      resourceType: 'Condition',
      ...common,
      ...mcodeProfile(
        row.kind === 'SECONDARY' ? 'secondary-cancer-condition' : 'primary-cancer-condition',
      ),
      extension: [
        ...mcodeExtension('histology-morphology-behavior', {
          valueCodeableConcept: histologyOf(row),
        }),
        ...mcodeExtension('related-primary-cancer-condition', {
          valueReference: refer('Condition', row.relatedSourceId ?? null),
        }),
        ...(row.basisOfDiagnosis === null
          ? []
          : [
              {
                url: BASIS_OF_DIAGNOSIS,
                valueCodeableConcept: codeable(
                  BASIS_OF_DIAGNOSIS_SYSTEM,
                  row.basisOfDiagnosis,
                  null,
                ),
              },
            ]),
        ...modeOfDetectionExtension(row.modeOfDetection),
      ],
      clinicalStatus: clinicalStatusOf(row.clinicalStatus),
      verificationStatus: VERIFIED,
      code: codeOf(row),
      bodySite: siteOf(row),
      subject,
      onsetDateTime: dateIn(row, 'diagnosed'),
      // One that the code itself implies is said by the code.
      stage: carried('stage')
        .filter(({ sourceId }) => /#stage-\d+$/.test(String(sourceId)))
        .map((stage) =>
          said({
            summary: conceptIn(stage, 'sent'),
            type: stage.system === null ? undefined : { text: stage.system },
          }),
        ),
    }),
});
