/** Which axis of an answer becomes what of its chart: along it, its colours, its panels. */

type Axis = { readonly dimension: string; readonly codes: readonly unknown[] };

export type Kind = 'lines' | 'bars' | 'heat';

export type Roles = {
  readonly kind: Kind;
  /** Places of axes in the cube; null where the chart needs none. */
  readonly along: number | null;
  /** Lines or bars of different colours; in a heat map its columns. */
  readonly colour: number | null;
  /** Small multiples on one scale: one for each member of each. */
  readonly panels: readonly number[];
};

/** Dimensions whose members follow each other: a line between two of them means something. */
const running = new Set(['YEAR', 'PERIOD', 'AGE', 'FOLLOW_UP']);
/** Colours that can be told apart, each with a shape of its own. */
export const mostColours = 6;
/** Panels that can be examined together. */
export const mostPanels = 24;

const lengthOf = (axes: readonly Axis[], places: readonly number[]): number =>
  places.reduce((product, a) => product * (axes[a]?.codes.length ?? 1), 1);

/** What tells by colour and what by panels, of the axes that do not lie along the chart. */
function sharesOf(
  selection: number | null,
  others: readonly number[],
  beside: boolean,
): [colour: number | null, panels: readonly number[]] {
  const [first = null, ...rest] = others;
  if (selection === null) return [first, rest];
  return beside ? [first, [selection, ...rest]] : [selection, others];
}

/**
 * @param axes in the order asked, the selections first where there are several
 * @param beside whether selections stand as panels beside each other instead of as colours in one
 */
export function rolesOf(axes: readonly Axis[], beside: boolean): Roles {
  const selection = axes[0]?.dimension === 'SELECTION' ? 0 : null;
  const asked = axes.flatMap((_, a) => (a === selection ? [] : [a]));
  const [along = null, ...others] = asked;
  if (along === null) {
    return { kind: 'bars', along: selection, colour: null, panels: [] };
  }
  const kind: Kind = running.has(axes[along]?.dimension ?? '') ? 'lines' : 'bars';
  const [colour, panels] = sharesOf(selection, others, beside);
  const colours = colour === null ? 1 : lengthOf(axes, [colour]);
  if (colours <= mostColours && lengthOf(axes, panels) <= mostPanels) {
    return { kind, along, colour, panels };
  }
  // Too many colours are panels of their own, while those can be examined together.
  const apart = colour === null ? panels : [colour, ...panels];
  if (lengthOf(axes, apart) <= mostPanels) return { kind, along, colour: null, panels: apart };
  return { kind: 'heat', along, colour, panels };
}
