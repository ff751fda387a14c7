/** Answers of the graph as one cube: cells by the members of its axes, several answers put together on the same axes. */
/** What stands along an axis: a dimension of the question, or the selections that stand side by side. */
export type AxisOf<Dimension extends string> = {
  readonly dimension: Dimension | 'SELECTION';
  readonly codes: readonly string[];
  /** In the reader's words. */
  readonly labels: readonly string[];
};

export type Cell<State extends string> = {
  readonly value: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  /** `ABSENT` where this selection has no such member: a registry that the other source does not know. */
  readonly state: State | 'ABSENT';
};

/** Columns as the graph answers them: the last axis runs fastest. */
export type Columns<State extends string> = {
  readonly values: readonly (number | null)[];
  readonly lower: readonly (number | null)[];
  readonly upper: readonly (number | null)[];
  readonly numerators: readonly (number | null)[];
  readonly denominators: readonly (number | null)[];
  readonly states: readonly State[];
};

export type Cube<Dimension extends string, State extends string> = {
  readonly axes: readonly AxisOf<Dimension>[];
  /** The cell of a member of each axis, by their places. */
  readonly at: (places: readonly number[]) => Cell<State>;
};

const absent = {
  value: null,
  lower: null,
  upper: null,
  numerator: null,
  denominator: null,
  state: 'ABSENT',
} as const;

export type Answered<Dimension extends string, State extends string> = Columns<State> & {
  readonly axes: readonly AxisOf<Dimension>[];
};

/** The cell at a place of the columns. */
const cellOf = <State extends string>(c: Columns<State>, i: number): Cell<State> => ({
  value: c.values[i] ?? null,
  lower: c.lower[i] ?? null,
  upper: c.upper[i] ?? null,
  numerator: c.numerators[i] ?? null,
  denominator: c.denominators[i] ?? null,
  state: c.states[i] ?? 'ABSENT',
});

/** One answer as a cube. */
export function cubeOf<Dimension extends string, State extends string>(
  answer: Answered<Dimension, State>,
): Cube<Dimension, State> {
  const lengths = answer.axes.map(({ codes }) => codes.length);
  const at = (places: readonly number[]): Cell<State> =>
    cellOf(
      answer,
      lengths.reduce((index, length, a) => index * length + (places[a] ?? 0), 0),
    );
  return { axes: answer.axes, at };
}

/**
 * Several answers on the same dimensions as one cube: their selections are its first axis, and each other axis has the
 * members that any of them has, in the order of the first that has them.
 * @param selections a name for each answer
 */
export function together<Dimension extends string, State extends string>(
  answers: readonly Answered<Dimension, State>[],
  selections: readonly string[],
): Cube<Dimension, State> {
  const cubes = answers.map(cubeOf);
  const dimensions = answers[0]?.axes.map(({ dimension }) => dimension) ?? [];
  const axes = dimensions.map((dimension, a): AxisOf<Dimension> => {
    const members = new Map<string, string>();
    for (const { axes: own } of answers) {
      own[a]?.codes.forEach((code, i) => {
        if (!members.has(code)) members.set(code, own[a]?.labels[i] ?? code);
      });
    }
    return { dimension, codes: [...members.keys()], labels: [...members.values()] };
  });
  // Where each member of the cube stands in each answer.
  const places = answers.map(({ axes: own }) =>
    axes.map(({ codes }, a) => codes.map((code) => own[a]?.codes.indexOf(code) ?? -1)),
  );
  const first: AxisOf<Dimension> = {
    dimension: 'SELECTION',
    codes: selections.map((_, i) => String(i)),
    labels: selections,
  };
  const at = ([selection = 0, ...others]: readonly number[]): Cell<State> => {
    const own = axes.map((_, a) => places[selection]?.[a]?.[others[a] ?? 0] ?? -1);
    return own.includes(-1) ? absent : (cubes[selection]?.at(own) ?? absent);
  };
  return { axes: [first, ...axes], at };
}

/** Every place of a cube, the last axis running fastest. */
export function* placesOf(
  axes: readonly { readonly codes: readonly string[] }[],
): Generator<number[]> {
  const [first, ...rest] = axes;
  if (first === undefined) {
    yield [];
    return;
  }
  for (const i of first.codes.keys()) for (const others of placesOf(rest)) yield [i, ...others];
}
