import type { Label } from '@nodp/terminology';
import { FieldError, readField } from '../registry/fields.ts';
import { type Decision, needs } from '../registry/rule.ts';
import { ask } from './answer.ts';
import { follow, type RiskValue, type RiskValues } from './follow.ts';
import { inputsOf, riskInputOf } from './inputs.ts';
import { type Outcome, RISK_MODELS, type RiskModel } from './models.ts';
import { type Openness, openness, same } from './span.ts';

/** Another one whenever the same values give another assessment. */
export const RISK_ASSESSMENT_VERSION = 1;

/** What one model says of one person. */
export interface RiskAnswer extends Openness {
  readonly model: RiskModel;
  /** Null where a value cannot be used. */
  readonly decision: Decision | null;
  readonly outcome: Outcome | null;
  readonly refused: Label | null;
  /** Inputs without which there is no answer. */
  readonly missing: readonly string[];
  /** What was not entered and follows from what was. */
  readonly followed: Readonly<Record<string, Label>>;
}

/** Values as they are typed, by input; empty ones are not known. */
export type Typed = Readonly<Record<string, string>>;

/** @throws FieldError where a value cannot be read, or there is no such input */
export const readRisk = (typed: Typed): RiskValues => {
  const values: Record<string, RiskValue> = {};
  for (const [id, written] of Object.entries(typed)) {
    const input = riskInputOf(id);
    if (input === null) throw new FieldError(id, 'there is no such input', '没有此输入项');
    const value = readField(id, input.field, written);
    if (value !== null && value !== 'unknown') values[id] = value as RiskValue;
  }
  return values;
};

/** Inputs that say what the rule's missing fields are: a field that follows is asked by what it follows from. */
const missingInputs = (
  model: RiskModel,
  given: RiskValues,
  fields: readonly string[],
): string[] => {
  const inputs = inputsOf(model).filter((id) => given[id] === undefined);
  return inputs.filter(
    (id) =>
      fields.includes(id) ||
      (id === 'smoking' && fields.includes('current_smoker')) ||
      (id === 'years_since_quit' && fields.includes('quit_years') && given.smoking !== 'current'),
  );
};

const assess = (model: RiskModel, given: RiskValues): RiskAnswer => {
  const asked = ask(model, given);
  const { followed, values } = follow(given);
  const own = Object.fromEntries(
    Object.entries(followed).filter(([name]) => Object.hasOwn(model.rule.fields, name)),
  );
  if ('refused' in asked)
    return {
      ...{ model, decision: null, outcome: null, refused: asked.refused, missing: [] },
      ...{ followed: own, span: null, effects: [] },
    };
  const { decision, outcome } = asked;
  if (decision.notApplicable !== null)
    return {
      ...{ model, decision, outcome: null, refused: null, missing: [] },
      ...{ followed: own, span: null, effects: [] },
    };
  const open = openness(model, given);
  // What follows is known: it is no effect that is waited for.
  const effects = open.effects.filter(
    ({ input, pieces: [first, ...rest] }) =>
      values[input] === undefined &&
      first !== undefined &&
      rest.some(({ span }) => !same(span, first.span)),
  );
  const absent = (model.readsAbsent ?? []).filter((id) => given[id] === undefined);
  const hangs =
    decision.value !== null &&
    absent.length > 0 &&
    effects.some(
      ({ input, pieces }) =>
        absent.includes(input) && new Set(pieces.flatMap(({ span }) => span.classes)).size > 1,
    );
  return {
    model,
    decision: hangs ? needs(absent) : decision,
    outcome: hangs ? null : outcome,
    refused: null,
    missing: hangs ? absent : missingInputs(model, given, decision.missing),
    followed: own,
    span: open.span,
    effects,
  };
};

/** The answers of the models that are asked for to what is known of a person. */
export const assessRisk = (
  given: RiskValues,
  asked: (rule: RiskModel['rule']) => boolean = () => true,
): readonly RiskAnswer[] =>
  RISK_MODELS.filter(({ rule }) => asked(rule)).map((model) => assess(model, given));
