/**
 * What colours mean. One meaning, one colour, in every chart, chip and table of the platform, told
 * apart by people with any of the common colour vision deficiencies (Okabe & Ito 2008 for kinds;
 * ColorBrewer YlOrBr, an ordered scale, for stage). Colour never stands alone: words or a shape go
 * with it.
 */
import type { BroadStage, DiseaseTrend, Sex, TreatmentKind } from '../graph/generated/graphql.ts';

/** Okabe & Ito's colours by name. */
export const okabeIto = {
  orange: '#E69F00',
  skyBlue: '#56B4E9',
  green: '#009E73',
  yellow: '#F0E442',
  blue: '#0072B2',
  vermillion: '#D55E00',
  purple: '#CC79A7',
  grey: '#8A9299',
} as const;

/** Stage, pale to dark as it rises. */
export const stageColours: Record<BroadStage, string> = {
  STAGE_0: '#FFF3BF',
  STAGE_I: '#FEDD84',
  STAGE_II: '#FDB24C',
  STAGE_III: '#DE6B14',
  STAGE_IV: '#8C2D04',
  UNKNOWN: '#C3C9CE',
};

/** Sex. */
export const sexColours: Record<Sex, string> = {
  FEMALE: okabeIto.purple,
  MALE: okabeIto.blue,
  OTHER: okabeIto.green,
  UNKNOWN: okabeIto.grey,
};

/** Kinds of treatment. */
export const treatmentColours: Record<TreatmentKind, string> = {
  SURGERY: okabeIto.vermillion,
  RADIOTHERAPY: okabeIto.purple,
  SYSTEMIC: okabeIto.blue,
  OTHER: okabeIto.grey,
};

/** What else happens to a patient over time. */
export const eventColours = {
  diagnosis: okabeIto.orange,
  imaging: okabeIto.green,
  followup: okabeIto.skyBlue,
  death: '#5B6369',
} as const;

/** How the disease stands, from gone to back. */
export const trendColours: Record<DiseaseTrend, string> = {
  REMISSION: '#0072B2',
  IMPROVED: '#56B4E9',
  STABLE: '#8A9299',
  PROGRESSED: '#E69F00',
  RECURRED: '#D55E00',
  NOT_EVALUABLE: '#C3C9CE',
};

/** Text on a filled colour: whichever of near-black and white reads better (WCAG 2 contrast). */
export function textOn(background: string): '#0A0F13' | '#FFFFFF' {
  const luminance = relativeLuminance(background);
  const onDark = 1.05 / (luminance + 0.05);
  const onLight = (luminance + 0.05) / (relativeLuminance('#0A0F13') + 0.05);
  return onDark > onLight ? '#FFFFFF' : '#0A0F13';
}

/** Relative luminance of an sRGB colour `#RRGGBB` (WCAG 2.2, definition of relative luminance). */
export function relativeLuminance(colour: string): number {
  const channel = (at: number) => {
    const c = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}
