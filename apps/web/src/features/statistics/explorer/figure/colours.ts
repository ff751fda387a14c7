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

export const colourOf = (dimension: string | null, code: string, place: number): string =>
  dimension === 'SEX' && code in sexColours ? sexColours[code as Sex] : colourAt(place);
