import {
  codedOrNull,
  codedTerm,
  codeOf,
  dateOf,
  decodePair,
  encodeId,
  type SubgraphContext,
} from '@nodp/graph';
import { type SiteGroupId, siteGroup } from '@nodp/terminology';
import { BASIS_OF_DIAGNOSIS_SYSTEM } from '@nodp/terminology/basis-of-diagnosis';
import {
  metastasisLabel,
  siteGroupOfMetastasis,
  topographyOfMetastasis,
} from '@nodp/terminology/metastases';
import { MODE_OF_DETECTION_SYSTEM } from '@nodp/terminology/mode-of-detection';
import type { PatientResolvers, TumourResolvers } from '../../generated/resolvers.ts';
import { patientRow } from '../../people/patient-rows.ts';
import { stageRows } from '../stage/rows.ts';
import type { TumourModel } from './model.ts';
import { primaryOf } from './primary-of.ts';
import { reportsOf } from './reports-of.ts';
import { tumourRow, tumourRows } from './rows.ts';
import { StageAtDiagnosis } from './stage-at-diagnosis.ts';
import { StageCheck, stageChecksOf } from './stage-checks.ts';
import { stagesOf } from './stages-of.ts';

const icdO3 = 'http://terminology.hl7.org/CodeSystem/icd-o-3';

/** A metastasis lies where it lies: what intake stored of one named by its primary is the primary's site. */
const siteGroupOf = (tumour: TumourModel): string | null =>
  tumour.kind === 'SECONDARY'
    ? siteGroupOfMetastasis(tumour)
    : (tumour.foundSiteGroup ?? tumour.siteGroup);

const stages = async (tumour: TumourModel, context: SubgraphContext) => {
  const [tumours, all] = await Promise.all([
    context.once(tumourRows).load(tumour.patientId),
    context.once(stageRows).load(tumour.patientId),
  ]);
  return stagesOf(tumour, tumours, all);
};

const Tumour: TumourResolvers = {
  __resolveReference: ({ id }, context) => context.once(tumourRow).load(decodePair('Tumour', id)),
  id: ({ patientId, id }) => encodeId('Tumour', patientId, id),
  siteGroup: (tumour) => siteGroupOf(tumour),
  siteLabel: (tumour) => {
    const group = siteGroupOf(tumour);
    return group === null ? null : siteGroup(group as SiteGroupId).label;
  },
  topography: (tumour) => {
    const topography =
      tumour.kind === 'SECONDARY' ? topographyOfMetastasis(tumour) : tumour.topography;
    return topography === null ? null : codedTerm(icdO3, topography, null);
  },
  metastasis: (tumour) => (tumour.kind === 'SECONDARY' ? metastasisLabel(tumour) : null),
  primary: async (tumour, _, context) =>
    primaryOf(tumour, await context.once(tumourRows).load(tumour.patientId)),
  reports: async (tumour, _, context) => [
    ...reportsOf(tumour, await context.once(tumourRows).load(tumour.patientId)),
  ],
  morphology: ({ foundMorphology, morphology, histologySent, foundHistology }) => {
    const words = foundMorphology === null ? (histologySent ?? foundHistology) : foundHistology;
    return words === null
      ? codedOrNull(icdO3, foundMorphology ?? morphology, null)
      : codedOrNull(null, null, words);
  },
  grade: ({ foundGrade, grade }) => grade ?? foundGrade,
  icd10: ({ icd10 }) =>
    icd10 === null ? null : codedTerm('http://hl7.org/fhir/sid/icd-10', icd10, null),
  asSent: codeOf('sent'),
  diagnosedOn: dateOf('diagnosed'),
  basisOfDiagnosis: ({ basisOfDiagnosis }) =>
    codedOrNull(BASIS_OF_DIAGNOSIS_SYSTEM, basisOfDiagnosis, null),
  modeOfDetection: ({ modeOfDetection }) =>
    codedOrNull(MODE_OF_DETECTION_SYSTEM, modeOfDetection, null),
  broadStage: ({ broadStage }) => broadStage ?? 'UNKNOWN',
  stageAtDiagnosis: (tumour) => tumour,
  stageChecks: (tumour, _, context) => stageChecksOf(tumour, context),
  stages: (tumour, _, context) => stages(tumour, context),
  institution: ({ institutionId }) => ({ institutionId }),
};

const Patient: PatientResolvers = {
  tumours: ({ patientId }, _, context) => context.once(tumourRows).load(patientId),
  leadingTumour: async ({ patientId }, _, context) => {
    const [patient, tumours] = await Promise.all([
      context.once(patientRow).load(patientId),
      context.once(tumourRows).load(patientId),
    ]);
    return tumours.find(({ id }) => id === patient?.leadingTumourId) ?? null;
  },
};

export const resolvers = { Patient, Tumour, StageAtDiagnosis, StageCheck };
