/** Colours of series and selections: sexes have their own, the others the colours that every eye tells apart. */
import { okabeIto, sexColours } from '../../../../design/palette.ts';
import type { Sex } from '../../../../graph/generated/graphql.ts';

const sequence = [
  okabeIto.blue,
  okabeIto.vermillion,
  okabeIto.green,
  okabeIto.purple,
  okabeIto.orange,
  okabeIto.skyBlue,
];

export const colourAt = (place: number): string =>
  sequence[place % sequence.length] ?? okabeIto.blue;

/** @param place of the series, where neither its dimension nor its member has a colour of its own */
export const colourOf = (dimension: string | null, code: string, place: number): string => {
  if (dimension === 'SELECTION') return colourAt(Number(code));
  return dimension === 'SEX' && code in sexColours ? sexColours[code as Sex] : colourAt(place);
};
