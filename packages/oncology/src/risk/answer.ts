import { FieldError } from '../registry/fields.ts';
import { type Decision, needs, notFor } from '../registry/rule.ts';
import { follow, type RiskValues } from './follow.ts';
import { fieldsOf } from './inputs.ts';
import type { Outcome, RiskModel } from './models.ts';

/** What a model says of values, or why they cannot be read as its fields. */
export type Asked =
  | { readonly decision: Decision; readonly outcome: Outcome | null }
  | { readonly refused: { readonly en: string; readonly zh: string } };

/** The values that a rule has fields for. */
const ownValues = (model: RiskModel, values: RiskValues): RiskValues =>
  Object.fromEntries(
    fieldsOf(model).flatMap(([name]) => (name in values ? [[name, values[name]]] : [])) as [
      string,
      RiskValues[string],
    ][],
  );

const decide = (model: RiskModel, values: RiskValues): Decision => {
  if (model.womenAlone && values.male === true) return notFor('For women alone.', '仅适用于女性。');
  if (model.womenAlone && values.male === undefined) return needs(['male']);
  return model.rule.decide(ownValues(model, values));
};

/** What a model says of one person. What cannot be of one person is refused. */
export const ask = (model: RiskModel, given: RiskValues): Asked => {
  const { values, contradiction } = follow(given);
  if (contradiction !== null) return { refused: contradiction };
  try {
    const decision = decide(model, values);
    return {
      decision,
      outcome: decision.value === null ? null : model.outcome(decision.value),
    };
  } catch (error) {
    if (!(error instanceof FieldError)) throw error;
    const label = model.rule.fields[error.field]?.label;
    return {
      refused: {
        en: `${label?.en ?? error.field}: ${error.message}.`,
        zh: `${label?.zh ?? error.field}：${error.chinese}。`,
      },
    };
  }
};
