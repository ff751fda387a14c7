import { ask } from './answer.ts';
import type { RiskValue, RiskValues } from './follow.ts';
import { inputsOf, riskInputOf, valuesOf } from './inputs.ts';
import { CLASSES, type RiskModel } from './models.ts';

/** Every answer that is left open: classes, the least and the greatest amount, whether the model may not be for the person. */
export interface Span {
  readonly classes: readonly string[];
  readonly least: number | null;
  readonly most: number | null;
  readonly notFor: boolean;
}

/** What one input would change: the span of the answer where it has a value, or one of a range of values. */
export interface Piece {
  readonly from: RiskValue;
  /** The same as `from` of a single value. */
  readonly to: RiskValue;
  readonly span: Span;
}

export interface Effect {
  readonly input: string;
  readonly pieces: readonly Piece[];
  /** Whether each range is exact, no other input being open; else numbers are tried at their limits and between. */
  readonly exact: boolean;
}

/** What is left open of an answer. */
export interface Openness {
  /** Null where more is open than can be tried. */
  readonly span: Span | null;
  readonly effects: readonly Effect[];
}

/** Answers that one model is asked at most, so that a page has them at once. */
const MOST = 1000;

const nothing: Span = { classes: [], least: null, most: null, notFor: false };

const least = (a: number | null, b: number | null): number | null =>
  a === null ? b : b === null ? a : Math.min(a, b);
const most = (a: number | null, b: number | null): number | null =>
  a === null ? b : b === null ? a : Math.max(a, b);

const joined = (a: Span, b: Span): Span => ({
  classes: CLASSES.filter((cls) => a.classes.includes(cls) || b.classes.includes(cls)),
  least: least(a.least, b.least),
  most: most(a.most, b.most),
  notFor: a.notFor || b.notFor,
});

/** The span of one answer; null of values that cannot be of one person. */
const spanAt = (model: RiskModel, values: RiskValues): Span | null => {
  const asked = ask(model, values);
  if ('refused' in asked) return null;
  const { decision, outcome } = asked;
  if (decision.notApplicable !== null) return { ...nothing, notFor: true };
  if (outcome === null) return null;
  const { cls, amount } = outcome;
  return { classes: cls === null ? [] : [cls], least: amount, most: amount, notFor: false };
};

/** Years of a life: as many as the person has lived, those left out that are said otherwise. */
const LIVED: Readonly<Record<string, readonly string[]>> = {
  passive_years: [],
  occupational_years: [],
  smoke_years: ['years_since_quit'],
  years_since_quit: ['smoke_years'],
};

const greatest = (id: string, written: number, given: RiskValues): number => {
  const others = LIVED[id];
  if (others === undefined || typeof given.age !== 'number') return written;
  const left = others.reduce((years, other) => years - Number(given[other] ?? 0), given.age);
  return Math.min(written, Math.max(left, 0));
};

/** The limits and values between of a number, and every value of anything else. */
const lattice = (
  model: RiskModel,
  id: string,
  points: number,
  given: RiskValues,
): readonly RiskValue[] => {
  const field = model.rule.fields[id] ?? riskInputOf(id)?.field;
  if (field === undefined) return [];
  if (field.kind === 'flag') return [false, true];
  if (field.kind === 'choice') return valuesOf(field).filter((value) => value !== 'unknown');
  const low = field.min ?? 0;
  const high = greatest(id, field.max ?? 0, given);
  const even = Array.from({ length: points }, (_, i) => low + ((high - low) * i) / (points - 1));
  // Limits are written wide: by ratios the values of most people are met too.
  const first = low > 0 ? low : Math.min(1, high || 1);
  const byRatio = Array.from(
    { length: points },
    (_, i) => first * (high / first) ** (i / (points - 1)),
  );
  const found = (points > 5 ? [...even, ...byRatio] : even).map((value) =>
    field.integer ? Math.round(value) : Number(value.toPrecision(4)),
  );
  return [...new Set(found)]
    .filter((value) => value >= low && value <= high && value !== model.notKnownCode)
    .toSorted((a, b) => a - b);
};

/** Every way in which the open inputs may be, each put on top of what is given. */
function* ways(
  model: RiskModel,
  given: RiskValues,
  open: readonly string[],
  points: number,
): Generator<RiskValues> {
  const [id, ...rest] = open;
  if (id === undefined) {
    yield given;
    return;
  }
  for (const value of lattice(model, id, points, given))
    yield* ways(model, { ...given, [id]: value }, rest, points);
}

const spanOf = (
  model: RiskModel,
  given: RiskValues,
  open: readonly string[],
  points: number,
): Span | null => {
  let span: Span | null = null;
  for (const way of ways(model, given, open, points)) {
    const one = spanAt(model, way);
    if (one !== null) span = span === null ? one : joined(span, one);
  }
  return span;
};

/** Whether two spans say the same. */
export const same = (a: Span, b: Span): boolean =>
  a.notFor === b.notFor &&
  a.least === b.least &&
  a.most === b.most &&
  a.classes.join() === b.classes.join();

/** Two answers that a reader takes as one: of the same class, or of the same points where there are no classes. */
const alike = (model: RiskModel, a: Span | null, b: Span | null): boolean => {
  if (a === null || b === null) return a === b;
  if (a.notFor !== b.notFor || a.classes.join() !== b.classes.join()) return false;
  return a.classes.length > 0 || model.unit !== 'points' || a.least === b.least;
};

const STEPS = 40;

/** Between two values whose answers are not alike: the last as the first is and the first as the second is. */
const edge = (
  model: RiskModel,
  at: (value: number) => Span | null,
  [below, above]: readonly [number, number],
  whole: boolean,
): readonly [number, number] => {
  let [low, high] = [below, above];
  const former = at(low);
  for (
    let step = 0;
    step < STEPS && high - low > (whole ? 1 : (high + low) * 1e-3 + 1e-4);
    step++
  ) {
    const middle = whole ? Math.floor((low + high) / 2) : Number(((low + high) / 2).toPrecision(6));
    if (middle <= low || middle >= high) break;
    if (alike(model, former, at(middle))) low = middle;
    else high = middle;
  }
  return [low, high];
};

const isNumber = (value: RiskValue): value is number => typeof value === 'number';

/** Ranges of the only open input between whose limits the answer stays alike. */
const exactPieces = (model: RiskModel, given: RiskValues, id: string): readonly Piece[] => {
  const at = (value: RiskValue) => spanAt(model, { ...given, [id]: value });
  const values = lattice(model, id, 13, given);
  const whole = model.rule.fields[id]?.integer === true || id === 'age';
  const pieces: { from: RiskValue; to: RiskValue; span: Span | null }[] = [];
  for (const value of values) {
    const span = at(value);
    const last = pieces.at(-1);
    if (last === undefined || !isNumber(value) || !isNumber(last.to)) {
      pieces.push({ from: value, to: value, span });
      continue;
    }
    if (alike(model, last.span, span)) {
      last.to = value;
      if (last.span !== null && span !== null) last.span = joined(last.span, span);
      continue;
    }
    const [until, from] = edge(model, at, [last.to, value], whole);
    last.to = until;
    pieces.push({
      from,
      to: value,
      span: from === value ? span : joined(at(from) ?? nothing, span ?? nothing),
    });
  }
  return pieces.flatMap(({ span, ...rest }) => (span === null ? [] : [{ ...rest, span }]));
};

const triedPieces = (
  model: RiskModel,
  given: RiskValues,
  id: string,
  others: readonly string[],
  points: number,
): readonly Piece[] => {
  const pieces: Piece[] = [];
  for (const value of lattice(model, id, points, given)) {
    const span = spanOf(model, { ...given, [id]: value }, others, points);
    if (span === null) continue;
    const last = pieces.at(-1);
    if (last !== undefined && isNumber(value) && same(last.span, span))
      pieces[pieces.length - 1] = { ...last, to: value };
    else pieces.push({ from: value, to: value, span });
  }
  return pieces;
};

const count = (
  model: RiskModel,
  given: RiskValues,
  open: readonly string[],
  points: number,
): number => open.reduce((product, id) => product * lattice(model, id, points, given).length, 1);

/** What the inputs that are not known would change of a model's answer, each by itself and all together. */
export const openness = (model: RiskModel, given: RiskValues): Openness => {
  // Of an input that what is said leaves no value (hyperplasia without a biopsy) nothing is open.
  const open = inputsOf(model).filter(
    (id) =>
      given[id] === undefined &&
      lattice(model, id, 3, given).some(
        (value) => !('refused' in ask(model, { ...given, [id]: value })),
      ),
  );
  const [only, second] = open;
  if (only === undefined) return { span: spanAt(model, given), effects: [] };
  if (second === undefined) {
    const pieces = exactPieces(model, given, only);
    const span = pieces.reduce<Span | null>(
      (all, one) => (all === null ? one.span : joined(all, one.span)),
      null,
    );
    return { span, effects: [{ input: only, pieces, exact: true }] };
  }
  // Over every age everything is possible.
  if (open.includes('age')) return { span: null, effects: [] };
  // Each input is taken in turn, so all are tried once for each.
  const points = [5, 3, 2].find((n) => count(model, given, open, n) * (open.length + 1) <= MOST);
  if (points === undefined) return { span: null, effects: [] };
  return {
    span: spanOf(model, given, open, points),
    effects: open.map((input) => ({
      input,
      exact: false,
      pieces: triedPieces(
        model,
        given,
        input,
        open.filter((other) => other !== input),
        points,
      ),
    })),
  };
};
