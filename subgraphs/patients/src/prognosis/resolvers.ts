import {
  type CLINICAL_RULES,
  explainedInWords,
  INPUTS,
  type InputId,
  isInput,
  PROGNOSIS_VERSION,
  STAGE_GROUP_VERSION,
} from '@nodp/oncology';
import type {
  PatientResolvers,
  PrognosisEntryResolvers,
  PrognosisInputResolvers,
  PrognosisResolvers,
  PrognosticScoreResolvers,
  PrognosticStageResolvers,
} from '../generated/resolvers.ts';
import { askPrognosis } from './asked.ts';

/** Resolved beside the patient's other fields: what the specimens subgraph said of the patient comes with the reference. */
export const prognosisOfPatient: NonNullable<PatientResolvers['prognosis']> = (
  { patientId, biomarkers },
  { tumour },
  context,
) => {
  if (biomarkers === undefined)
    throw new Error('The prognosis was asked for without the biomarkers that it requires.');
  return askPrognosis({ patientId, biomarkers }, tumour, context);
};

export const Prognosis: PrognosisResolvers = {
  scores: ({ scores, rules, entered }) => scores.map((score) => ({ ...score, rules, entered })),
  stages: ({ stages }) => [...stages],
  entries: ({ entries }) => entries.toReversed(),
  ruleVersion: () => PROGNOSIS_VERSION,
};

const FACTORS = ['grade', 'her2', 'er', 'pr'] as const;

export const PrognosticStage: PrognosticStageResolvers = {
  derived: ({ derived }) => derived.value?.group ?? null,
  possible: ({ derived }) => [...derived.possible],
  explanation: ({ derived }) => [...explainedInWords(derived)],
  factors: ({ factors }) =>
    FACTORS.map((name) => {
      const known = factors[name];
      return known === undefined
        ? { name, value: null, source: null, date: null }
        : { name, value: String(known.value), source: known.source, date: known.date };
    }),
  sources: ({ derived }) => [...derived.sources],
  confirmed: ({ derived }) => derived.mark === 'seen',
  ruleVersion: () => STAGE_GROUP_VERSION,
};

export const PrognosticScore: PrognosticScoreResolvers = {
  rule: ({ rule, rules }) => rules.get(rule.id) ?? { rule, switches: [] },
  inputs: ({ inputs, entered }) =>
    inputs.map((input) => ({ ...input, entered: entered.has(input.id) })),
  answer: ({ answer }) => (answer === null ? null : JSON.stringify(answer)),
  ofHundred: ({ numbers }) => [...numbers.ofHundred],
  curves: ({ numbers }) => numbers.curves.map(({ label, alive }) => ({ label, alive: [...alive] })),
  explanation: ({ explanation }) => [...explanation],
};

const fieldOf = (id: InputId): (typeof CLINICAL_RULES)['ipi']['fields'][string] => INPUTS[id];

export const PrognosisInput: PrognosisInputResolvers = {
  label: ({ id }) => INPUTS[id].label,
  kind: ({ id }) => INPUTS[id].kind,
  choices: ({ id }) => [...new Set(Object.values(fieldOf(id).values ?? {}))],
  min: ({ id }) => fieldOf(id).min ?? null,
  max: ({ id }) => fieldOf(id).max ?? null,
  used: ({ used }) => used && { ...used, value: String(used.value) },
  recorded: ({ recorded, entered }) =>
    entered && recorded ? { ...recorded, value: String(recorded.value) } : null,
};

export const PrognosisEntry: PrognosisEntryResolvers = {
  label: ({ input }) => (isInput(input) ? INPUTS[input].label : { en: input, zh: input }),
  by: ({ enteredBy }) => enteredBy,
  at: ({ enteredAt }) => enteredAt,
};
