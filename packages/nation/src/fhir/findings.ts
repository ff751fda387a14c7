import { BASIS_OF_DIAGNOSIS_SYSTEM } from '@nodp/terminology/basis-of-diagnosis';
import { MODE_OF_DETECTION_SYSTEM } from '@nodp/terminology/mode-of-detection';
import { SNOMED } from '../records/systems.ts';
import {
  codeable,
  concept,
  mcodeExtension,
  mcodeProfile,
  partial,
  said,
  type ToResource,
} from './elements.ts';

const ICD_O_3 = 'http://terminology.hl7.org/CodeSystem/icd-o-3';
const CLINICAL = 'http://terminology.hl7.org/CodeSystem/condition-clinical';
const VERIFICATION = 'http://terminology.hl7.org/CodeSystem/condition-ver-status';
const BASIS_OF_DIAGNOSIS = 'urn:nodp:basis-of-diagnosis';
const SECTION = 'http://terminology.hl7.org/CodeSystem/v2-0074';

const SIDES: Readonly<Record<string, readonly [string, string]>> = {
  left: ['7771000', 'Left'],
  right: ['24028007', 'Right'],
};

const standing = (clinicalStatus: string | null) => ({
  clinicalStatus: codeable(CLINICAL, clinicalStatus, null),
  verificationStatus: codeable(VERIFICATION, 'confirmed', null),
});

/** mCODE primary or secondary cancer condition, coded in ICD-10 and ICD-O-3. */
export const tumour: ToResource<'tumour'> = (c, common) => {
  const side = c.laterality === null ? undefined : SIDES[c.laterality];
  const secondary = c.spread === 'SECONDARY';
  const site = c.topography === null ? undefined : codeable(ICD_O_3, c.topography, null);
  const extensions = [
    ...(c.related
      ? [
          mcodeExtension('related-primary-cancer-condition', {
            valueReference: { reference: `Condition/${c.related}` },
          }),
        ]
      : []),
    ...(c.morphology === null
      ? []
      : [
          mcodeExtension('histology-morphology-behavior', {
            valueCodeableConcept: codeable(ICD_O_3, c.morphology, null),
          }),
        ]),
    ...(c.basisOfDiagnosis === null
      ? []
      : [
          {
            url: BASIS_OF_DIAGNOSIS,
            valueCodeableConcept: codeable(BASIS_OF_DIAGNOSIS_SYSTEM, c.basisOfDiagnosis, null),
          },
        ]),
    ...(c.modeOfDetection
      ? [
          {
            url: MODE_OF_DETECTION_SYSTEM,
            valueCodeableConcept: codeable(MODE_OF_DETECTION_SYSTEM, c.modeOfDetection, null),
          },
        ]
      : []),
  ];
  return said({
    resourceType: 'Condition',
    ...common,
    ...mcodeProfile(secondary ? 'secondary-cancer-condition' : 'primary-cancer-condition'),
    ...standing(c.clinicalStatus),
    code: concept(c.sent),
    bodySite:
      site === undefined
        ? undefined
        : [
            said({
              ...site,
              extension: side && [
                mcodeExtension('laterality-qualifier', {
                  valueCodeableConcept: codeable(SNOMED, side[0], side[1]),
                }),
              ],
            }),
          ],
    extension: extensions.length === 0 ? undefined : extensions,
    onsetDateTime: partial(c.diagnosed),
  });
};

export const comorbidity: ToResource<'comorbidity'> = (c, common) =>
  said({
    resourceType: 'Condition',
    ...common,
    ...standing(c.clinicalStatus),
    code: concept(c.what),
    onsetDateTime: partial(c.onset),
    abatementDateTime: partial(c.abated),
  });

export const specimen: ToResource<'specimen'> = (c, common) =>
  said({
    resourceType: 'Specimen',
    ...common,
    accessionIdentifier: { value: c.accession },
    status: c.status,
    type: concept(c.type),
    parent: c.parent === null ? undefined : [{ reference: `Specimen/${c.parent}` }],
    collection: said({
      collectedDateTime: partial(c.collected),
      bodySite: concept(c.bodySite),
    }),
  });

const report =
  (section: string): ToResource<'pathology-report' | 'imaging-report'> =>
  (c, common) =>
    said({
      resourceType: 'DiagnosticReport',
      ...common,
      status: c.status,
      category: [codeable(SECTION, section, null)],
      code: concept(c.what),
      effectiveDateTime: partial(c.reported),
      conclusion: c.conclusion,
      presentedForm:
        c.text === null
          ? undefined
          : [
              {
                contentType: 'text/plain; charset=utf-8',
                data: Buffer.from(c.text).toString('base64'),
              },
            ],
    });

export const pathologyReport: ToResource<'pathology-report'> = report('SP');
export const imagingReport: ToResource<'imaging-report'> = report('RAD');

export const imagingStudy: ToResource<'imaging-study'> = (c, common) =>
  said({
    resourceType: 'ImagingStudy',
    ...common,
    identifier: [{ system: 'urn:dicom:uid', value: `urn:oid:${c.studyInstanceUid}` }],
    status: 'available',
    started: c.startedAt,
    description: c.description,
    modality: c.modalities.map((code) => ({
      system: 'http://dicom.nema.org/resources/ontology/DCM',
      code,
    })),
    numberOfSeries: c.seriesCount,
    numberOfInstances: c.instanceCount,
    series: c.series.map((s) => ({
      uid: s.uid,
      number: s.number,
      modality: { system: 'http://dicom.nema.org/resources/ontology/DCM', code: s.modality },
      description: s.description,
      numberOfInstances: s.instanceCount,
      bodySite: s.bodySite,
    })),
  });
