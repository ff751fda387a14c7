import type { SubgraphContext } from '@nodp/graph';
import { checkTumour, explainedInWords, STAGE_CHECK_VERSION } from '@nodp/oncology';
import type { StageCheckResolvers } from '../../generated/resolvers.ts';
import { patientRow } from '../../people/patient-rows.ts';
import { inForce } from '../../rules/rule-rows.ts';
import { observationRows } from '../observation/rows.ts';
import { stageRows } from '../stage/rows.ts';
import { treatmentRows } from '../treatment/rows.ts';
import type { StageCheckModel, TumourModel } from './model.ts';
import { p16Rows } from './p16-rows.ts';
import { recordedTumour } from './recorded-tumour.ts';
import { tumourRows } from './rows.ts';

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
  const [patient, tumours, stages, treatments, observations, p16] = await Promise.all([
    context.once(patientRow).load(patientId),
    context.once(tumourRows).load(patientId),
    context.once(stageRows).load(patientId),
    context.once(treatmentRows).load(patientId),
    context.once(observationRows).load(patientId),
    context.once(p16Rows).load(patientId),
  ]);
  const { recorded, own } = recordedTumour(tumour, {
    bornOn: patient?.bornOn ?? null,
    bornPrecision: patient?.bornPrecision ?? null,
    tumours,
    stages,
    treatments,
    observations,
    p16,
  });
  const checked = checkTumour(recorded);
  return checked.map((one) => ({ checked: one, stages: [...own] }));
};

export const StageCheck: StageCheckResolvers = {
  classification: ({ checked }) => checked.classification,
  sent: ({ checked, stages }) => stages.find(({ id }) => id === checked.groupReportId) ?? null,
  derived: ({ checked }) => checked.derived.value?.group ?? null,
  possible: ({ checked }) => [...checked.derived.possible],
  explanation: ({ checked }) => [...explainedInWords(checked.derived), ...checked.factorSources],
  findings: ({ checked }) =>
    checked.findings.map(({ sources, ...finding }) => ({ ...finding, sources: [...sources] })),
  sources: ({ checked }) => [...checked.derived.sources],
  confirmed: ({ checked }) => checked.derived.mark === 'seen',
  ruleVersion: () => STAGE_CHECK_VERSION,
};
