import type { Label } from '@nodp/terminology';
import { CLINICAL_RULES } from '../registry/clinical-rules.ts';
import { FieldError } from '../registry/fields.ts';
import type { ClinicalRule, Decision, Json } from '../registry/rule.ts';
import { type InNumbers, inNumbers } from './answer-in-numbers.ts';
import { notForTumour, scoresFor } from './applies.ts';
import { inputsOfRecord } from './from-record.ts';
import { INPUTS, type InputId } from './inputs.ts';
import type { Known, KnownInputs, PrognosticRecord, Value } from './record.ts';
import { fieldsOf, type ScoreId } from './scores.ts';

/** Raised whenever the same record and entries give another answer. */
export const PROGNOSIS_VERSION = 1;

/** An input of a score: what is used, where it comes from, and what the record itself says. */
export interface ScoreInput {
  readonly id: InputId;
  /** Null where it is not known. */
  readonly used: Known | null;
  /** What the record says, whether or not an entry stands in its place. */
  readonly recorded: Known | null;
  /** Whether the score has no answer without it. */
  readonly missing: boolean;
}

export interface Score {
  readonly rule: ClinicalRule;
  readonly inputs: readonly ScoreInput[];
  readonly answer: Json;
  readonly numbers: InNumbers;
  readonly explanation: readonly Label[];
  /** Why the score is not for this patient; null where it may be. */
  readonly notApplicable: Label | null;
  /** Why a value cannot be used; null where all can. */
  readonly refused: Label | null;
}

const NOTHING: InNumbers = { curves: [], ofHundred: [] };

/** The class of Child and Pugh as it follows from the same inputs, where nobody said it. */
const withChildPugh = (used: KnownInputs, inForce: ReadonlySet<string>): KnownInputs => {
  if (used.child_pugh !== undefined || !inForce.has('child-pugh')) return used;
  const { decision } = decided('child-pugh', used);
  const cls = (decision?.value as { readonly cls?: Value } | null | undefined)?.cls;
  if (cls === undefined) return used;
  return {
    ...used,
    child_pugh: {
      value: cls,
      source: { en: 'Child–Pugh class of this page', zh: '由本页Child-Pugh分级' },
      date: used.bilirubin?.date ?? null,
    },
  };
};

interface Asked {
  readonly decision: Decision | null;
  readonly refused: Label | null;
}

/** A score asked with the inputs that are known. */
const decided = (score: ScoreId, used: KnownInputs): Asked => {
  const given = Object.fromEntries(
    fieldsOf(score).map(({ field, inputs, write }) => {
      const values = inputs.map((input) => used[input]?.value);
      return [field, values.includes(undefined) ? null : (write(values) ?? null)];
    }),
  );
  try {
    return { decision: CLINICAL_RULES[score].decide(given), refused: null };
  } catch (error) {
    // A value that the record holds and the score does not take.
    if (!(error instanceof FieldError)) throw error;
    const label = CLINICAL_RULES[score].fields[error.field]?.label;
    return {
      decision: null,
      refused: {
        en: `${label?.en ?? error.field}: ${error.message}.`,
        zh: `${label?.zh ?? error.field}：${error.chinese}。`,
      },
    };
  }
};

/** What is missing by the names under which it is asked for on the page: a rule says `Needs: size_mm.` */
const inWords = (decision: Decision, needed: readonly InputId[]): readonly Label[] => {
  if (decision.missing.length === 0) return decision.explanation;
  const labels = needed.map((id) => INPUTS[id].label);
  return [
    {
      en: `Not known and needed: ${labels.map(({ en }) => en).join('; ')}.`,
      zh: `缺少必需项：${labels.map(({ zh }) => zh).join('；')}。`,
    },
  ];
};

const scoreOf = (
  score: ScoreId,
  record: PrognosticRecord,
  recorded: KnownInputs,
  used: KnownInputs,
): Score => {
  const rule = CLINICAL_RULES[score];
  const never = notForTumour(score, record);
  const { decision, refused } =
    never === null ? decided(score, used) : { decision: null, refused: null };
  const missing = new Set(decision?.missing);
  const bound = fieldsOf(score).flatMap(({ field, inputs }) =>
    inputs.map((id) => ({ id, missing: missing.has(field) && used[id] === undefined })),
  );
  const answer = decision?.value ?? null;
  return {
    rule,
    inputs: bound.map(({ id, missing: needed }) => ({
      id,
      used: used[id] ?? null,
      recorded: recorded[id] ?? null,
      missing: needed,
    })),
    answer,
    numbers: answer === null ? NOTHING : inNumbers(score, answer),
    explanation:
      decision === null
        ? []
        : inWords(
            decision,
            bound.flatMap(({ id, missing: needed }) => (needed ? [id] : [])),
          ),
    notApplicable: never ?? decision?.notApplicable ?? null,
    refused,
  };
};

/**
 * The scores of a tumour that are in force: each with its inputs from the record, what was entered standing in the place of
 * what is recorded, and its answer. Nothing that is not known is guessed.
 */
export const prognosisOf = (
  record: PrognosticRecord,
  entered: KnownInputs,
  inForce: ReadonlySet<string>,
): readonly Score[] => {
  const recorded = inputsOfRecord(record);
  const used = withChildPugh({ ...recorded, ...entered }, inForce);
  return scoresFor(record)
    .filter((score) => inForce.has(score))
    .map((score) => scoreOf(score, record, recorded, used));
};
