import { CLASS_LABELS, RISK_ASSESSMENT_VERSION, riskInputOf, type Span } from '@nodp/oncology';
import type {
  PatientResolvers,
  RiskAnswerResolvers,
  RiskAssessmentResolvers,
  RiskEffectResolvers,
  RiskInputResolvers,
  RiskPieceResolvers,
  RiskSpanResolvers,
} from '../generated/resolvers.ts';
import { riskKnownOf } from './assessed.ts';

/** Of the inputs that the record answers. */
export const riskKnownOfPatient: NonNullable<PatientResolvers['riskKnown']> = async (
  { patientId },
  _,
  context,
) =>
  Object.entries(await riskKnownOf(patientId, context)).map(([input, known]) => ({
    ...known,
    input,
    value: String(known.value),
  }));

const UNITS = { points: 'POINTS', 'of-100': 'OF_100', none: 'NONE' } as const;

const inputOf = (id: string) => {
  const input = riskInputOf(id);
  if (input === null) throw new Error(`The models of risk ask no ${id}.`);
  return input;
};

const wordsOf = (cls: string) => CLASS_LABELS[cls] ?? { en: cls, zh: cls };

export const RiskInput: RiskInputResolvers = {
  label: ({ field }) => field.label,
  kind: ({ field }) => field.kind,
  min: ({ field }) => field.min ?? null,
  max: ({ field }) => field.max ?? null,
  whole: ({ field }) => field.integer === true,
  choices: ({ choices }) => [...choices],
  rules: ({ models }) => [...models],
};

export const RiskAssessment: RiskAssessmentResolvers = {
  answers: ({ answers }) => [...answers],
  off: ({ off }) => [...off],
  version: () => RISK_ASSESSMENT_VERSION,
};

export const RiskAnswer: RiskAnswerResolvers = {
  rule: ({ standing }) => standing,
  of: ({ model }) => model.of,
  unit: ({ model }) => UNITS[model.unit],
  amount: ({ outcome }) => outcome?.amount ?? null,
  class: ({ outcome }) => (outcome === null || outcome.cls === null ? null : wordsOf(outcome.cls)),
  explanation: ({ decision }) => [...(decision?.explanation ?? [])],
  notApplicable: ({ decision }) => decision?.notApplicable ?? null,
  missing: ({ missing }) => missing.map(inputOf),
  followed: ({ model, followed }) =>
    Object.entries(followed).map(([name, from]) => ({
      label: model.rule.fields[name]?.label ?? { en: name, zh: name },
      from,
    })),
  effects: ({ effects }) => [...effects],
};

export const RiskSpan: RiskSpanResolvers = {
  classes: ({ classes }: Span) => classes.map(wordsOf),
};

export const RiskEffect: RiskEffectResolvers = {
  input: ({ input }) => inputOf(input),
  pieces: ({ pieces }) => [...pieces],
};

export const RiskPiece: RiskPieceResolvers = {
  from: ({ from }) => String(from),
  to: ({ to }) => String(to),
};
