import type { SubgraphContext } from '@nodp/graph';
import {
  ageAt,
  checkTumour,
  explainedInWords,
  nationalDay,
  STAGE_CHECK_VERSION,
  storedDate,
} from '@nodp/oncology';
import { analyteOfLoinc } from '@nodp/terminology/loinc';
import type { StageCheckResolvers } from '../../generated/resolvers.ts';
import { patientRow } from '../../people/patient-rows.ts';
import { inForce } from '../../rules/rule-rows.ts';
import { observationRows } from '../observation/rows.ts';
import { stageRows } from '../stage/rows.ts';
import { treatmentRows } from '../treatment/rows.ts';
import { type Measured, measured, nodesOf, sizesOf } from './measured.ts';
import type { StageCheckModel, TumourModel } from './model.ts';
import { primaryOf } from './primary-of.ts';
import { tumourRows } from './rows.ts';
import { stagesOf } from './stages-of.ts';

const psaOf = (rows: readonly Measured[]) =>
  measured(rows, (code) => analyteOfLoinc(code)?.id === 'psa').flatMap(({ at, normalValue }) =>
    normalValue === null ? [] : [{ value: normalValue, day: nationalDay(new Date(at)) }],
  );

/** Each says what the other's tables give. */
const RULES = ['stage-group', 'stage-check'];

/**
 * The checks of a primary's stages, from what the record of its patient holds; none of a metastasis; null where the clinical
 * board has the stage tables or their check switched off.
 */
export const stageChecksOf = async (
  tumour: TumourModel,
  context: SubgraphContext,
): Promise<StageCheckModel[] | null> => {
  if (tumour.kind === 'SECONDARY') return [];
  const on = await inForce(context);
  if (!RULES.every((rule) => on.has(rule))) return null;
  const { patientId } = tumour;
  const [patient, tumours, stages, treatments, observations] = await Promise.all([
    context.once(patientRow).load(patientId),
    context.once(tumourRows).load(patientId),
    context.once(stageRows).load(patientId),
    context.once(treatmentRows).load(patientId),
    context.once(observationRows).load(patientId),
  ]);
  const diagnosed = storedDate(tumour.diagnosedOn, tumour.diagnosedPrecision);
  const born = patient ? storedDate(patient.bornOn, patient.bornPrecision) : null;
  const own = stagesOf(tumour, tumours, stages);
  const alone = tumours.filter(({ kind }) => kind === 'PRIMARY').length === 1;
  const isOfIt = ({
    tumourSourceId,
    institutionId,
  }: {
    tumourSourceId: string | null;
    institutionId: string;
  }) =>
    tumourSourceId === null ||
    institutionId !== tumour.institutionId ||
    tumourSourceId === tumour.sourceId;
  const checked = checkTumour({
    topography: tumour.topography,
    morphology: tumour.foundMorphology ?? tumour.morphology,
    diagnosed,
    age: ageAt(born, diagnosed).value?.years ?? null,
    grade: tumour.grade ?? tumour.foundGrade,
    stages: own.map((stage) => ({
      ...stage,
      assessed: storedDate(stage.assessedOn, stage.assessedPrecision),
    })),
    treatments:
      treatments.length === 0
        ? null
        : treatments.filter(isOfIt).map(({ kind, startedOn, startedPrecision }) => ({
            kind,
            started: storedDate(startedOn, startedPrecision),
          })),
    // Of several primaries it is not known which was measured.
    sizes: alone ? sizesOf(observations) : [],
    nodes: alone ? nodesOf(observations) : [],
    psa: psaOf(observations),
    metastases: tumours
      .filter(
        (other) =>
          other.kind === 'SECONDARY' && (alone || primaryOf(other, tumours)?.id === tumour.id),
      )
      .map((other) => storedDate(other.diagnosedOn, other.diagnosedPrecision)),
  });
  return checked.map((one) => ({ checked: one, stages: own }));
};

export const StageCheck: StageCheckResolvers = {
  classification: ({ checked }) => checked.classification,
  sent: ({ checked, stages }) => stages.find(({ id }) => id === checked.groupReportId) ?? null,
  derived: ({ checked }) => checked.derived.value?.group ?? null,
  possible: ({ checked }) => [...checked.derived.possible],
  explanation: ({ checked }) => [...explainedInWords(checked.derived)],
  findings: ({ checked }) =>
    checked.findings.map(({ sources, ...finding }) => ({ ...finding, sources: [...sources] })),
  sources: ({ checked }) => [...checked.derived.sources],
  confirmed: ({ checked }) => checked.derived.mark === 'seen',
  ruleVersion: () => STAGE_CHECK_VERSION,
};
