import { badInput, nationalDay, type SubgraphContext } from '@nodp/graph';
import {
  ageAt,
  assessRisk,
  FieldError,
  RISK_MODELS,
  type RiskAnswer,
  type RiskKnown,
  readRisk,
  riskInputOf,
  riskOfRecord,
  storedDate,
} from '@nodp/oncology';
import type { Label } from '@nodp/terminology';
import { topographyLabel } from '@nodp/terminology/topography';
import type { QueryAssessRiskArgs } from '../generated/resolvers.ts';
import { comorbidityRows } from '../kinds/comorbidity/rows.ts';
import { observationRows } from '../kinds/observation/rows.ts';
import { tumourRows } from '../kinds/tumour/rows.ts';
import { patientRow } from '../people/patient-rows.ts';
import { resultsOf } from '../prognosis/record-of.ts';
import { inForce, listRules, type RuleWithSwitches } from '../rules/rule-rows.ts';
import { SMOKING } from '../surveillance/surveyed-codes.ts';

const MOST = { values: 100, characters: 100 };

export interface RiskAssessmentModel {
  readonly problem: Label | null;
  readonly answers: readonly (RiskAnswer & { readonly standing: RuleWithSwitches })[];
  readonly off: readonly RuleWithSwitches[];
}

const typedOf = (values: QueryAssessRiskArgs['values']): Record<string, string> => {
  if (values.length > MOST.values)
    throw badInput(`A person has ${MOST.values} values at most. / 最多${MOST.values}个值。`);
  if (
    values.some(
      ({ value, input }) => value.length > MOST.characters || input.length > MOST.characters,
    )
  )
    throw badInput(
      `A value has ${MOST.characters} characters at most. / 值最多${MOST.characters}个字符。`,
    );
  return Object.fromEntries(values.map(({ input, value }) => [input, value]));
};

/** What the models in force say of the values: of nobody's record, and kept nowhere. @throws BAD_USER_INPUT */
export const assessedRisk = async (
  { values }: QueryAssessRiskArgs,
  context: SubgraphContext,
): Promise<RiskAssessmentModel> => {
  const typed = typedOf(values);
  const [rules, on] = await Promise.all([listRules(context), inForce(context)]);
  const standings = new Map(rules.map((standing) => [standing.rule.id, standing]));
  try {
    const all = assessRisk(readRisk(typed), ({ id }) => on.has(id)).flatMap((answer) => {
      const standing = standings.get(answer.model.rule.id);
      return standing === undefined ? [] : [{ ...answer, standing }];
    });
    return { problem: null, answers: all, off: offOf(standings, on) };
  } catch (error) {
    if (!(error instanceof FieldError)) throw error;
    const label = riskInputOf(error.field)?.field.label;
    return {
      problem: {
        en: `${label?.en ?? error.field}: ${error.message}.`,
        zh: `${label?.zh ?? error.field}：${error.chinese}。`,
      },
      answers: [],
      off: offOf(standings, on),
    };
  }
};

const offOf = (
  standings: ReadonlyMap<string, RuleWithSwitches>,
  on: ReadonlySet<string>,
): RuleWithSwitches[] =>
  RISK_MODELS.flatMap(({ rule: { id } }) => {
    const standing = standings.get(id);
    return on.has(id) || standing === undefined ? [] : [standing];
  });

/** What a patient's record answers of the models' inputs. */
export const riskKnownOf = async (
  patientId: string,
  context: SubgraphContext,
): Promise<RiskKnown> => {
  const [patient, observations, comorbidities, tumours] = await Promise.all([
    context.once(patientRow).load(patientId),
    context.once(observationRows).load(patientId),
    context.once(comorbidityRows).load(patientId),
    context.once(tumourRows).load(patientId),
  ]);
  if (patient === null)
    throw new Error('The risk of a patient that may not be seen was asked for.');
  const today = { date: nationalDay(new Date()), precision: 'day' as const };
  const born = storedDate(patient.bornOn, patient.bornPrecision);
  const smoking = observations.findLast(
    ({ code, valueText }) => code === SMOKING && valueText !== null,
  );
  return riskOfRecord({
    sex: patient.sex,
    ageNow: patient.vitalStatus === 'DEAD' ? null : (ageAt(born, today).value?.years ?? null),
    results: resultsOf(observations),
    smoking:
      smoking === undefined || smoking.valueText === null
        ? null
        : { words: smoking.valueText, day: nationalDay(new Date(smoking.at)) },
    conditions: comorbidities.flatMap(
      ({ code, system, display, abatedOn, onsetOn, onsetPrecision }) =>
        code === null || abatedOn !== null || system !== 'http://hl7.org/fhir/sid/icd-10'
          ? []
          : [
              {
                icd10: code,
                label: { en: display ?? code, zh: display ?? code },
                onset: storedDate(onsetOn, onsetPrecision),
              },
            ],
    ),
    tumours: tumours
      .filter(({ kind }) => kind === 'PRIMARY')
      .map((one) => ({
        topography: one.topography,
        morphology: one.foundMorphology ?? one.morphology,
        label: labelOf(one.topography ?? one.icd10 ?? '?'),
        diagnosed: storedDate(one.diagnosedOn, one.diagnosedPrecision),
      })),
  });
};

const labelOf = (code: string): Label => topographyLabel(code) ?? { en: code, zh: code };
