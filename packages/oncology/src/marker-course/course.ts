import type { Label } from '@nodp/terminology';
import { printedUnit } from '@nodp/terminology/printed-unit';
import { convertUnit } from '@nodp/terminology/ucum';
import { dayAfter, inOrder, type Point } from '../marker-alerts/points.ts';
import type { Marker } from './markers.ts';

/** Days from one to another, both included; an end that is not known goes on. */
export interface Span {
  readonly from: string;
  readonly to: string | null;
}

/** What is known of the patient that decides how a marker's course is read. */
export interface MarkerContext {
  /** The last operation or the end of radiotherapy meant to cure, from which surveillance counts; null: none is recorded. */
  readonly anchor: { readonly kind: 'operation' | 'radiotherapy'; readonly date: string } | null;
  readonly chemotherapy: readonly Span[];
  readonly vitaminKAntagonist: readonly Span[];
  /** Days on which bilirubin was over its limit. */
  readonly bilirubinRaised: readonly string[];
  /** Null where it is not recorded. */
  readonly smoker: boolean | null;
  /** CA19-9 is never made; null where it is not known. */
  readonly lewisNegative: boolean | null;
  readonly antiThyroglobulin: boolean | null;
  /** Whether the whole thyroid was removed; null where it is not known. */
  readonly thyroidRemoved: boolean | null;
  readonly castration: boolean;
}

export const NOBODY_SAYS: MarkerContext = {
  anchor: null,
  chemotherapy: [],
  vitaminKAntagonist: [],
  bilirubinRaised: [],
  smoker: null,
  lewisNegative: null,
  antiThyroglobulin: null,
  thyroidRemoved: null,
  castration: false,
};

export interface ReadCourse {
  /** Points that are judged, in the marker's unit, since the baseline began. */
  readonly points: readonly Point[];
  /** The last value before the anchor. */
  readonly before: Point | null;
  /** Since when the baseline counts, where an assay or unit changed. */
  readonly restarted: string | null;
  /** What was left out, and why. */
  readonly notes: readonly Label[];
}

const inUnit = (marker: Marker, point: Point): Point | null => {
  const { unit } = point;
  if (unit === undefined || unit === null || unit === marker.unit) return point;
  const factor = marker.alsoUnits?.[unit];
  const value =
    factor !== undefined ? point.value * factor : convertUnit(point.value, unit, marker.unit);
  return value === null ? null : { ...point, value, unit: marker.unit };
};

/** Chemotherapy may raise a marker for four weeks after it. */
const AFTER_CHEMOTHERAPY = 28;

const within = (date: string, { from, to }: Span, more = 0): boolean =>
  date >= from && (to === null || date <= dayAfter(to, more));

/** Since when values are of one assay and one unit: the last change. */
const lastChange = (points: readonly Point[]): number => {
  const nameOf = ({ assay }: Point): string | null => assay ?? null;
  let begins = 0;
  for (let i = 1; i < points.length; i++) {
    const [a, b] = [nameOf(points[i - 1] as Point), nameOf(points[i] as Point)];
    if (a !== null && b !== null && a !== b) begins = i;
  }
  return begins;
};

/**
 * What of a marker's values is judged: one unit, one assay, after the window in which values still fall, outside
 * chemotherapy where that raises the marker. A change of assay or of a unit that does not convert restarts the baseline.
 */
export const readCourse = (
  marker: Marker,
  points: readonly Point[],
  { anchor, chemotherapy }: MarkerContext,
): ReadCourse => {
  const notes: Label[] = [];
  const ordered = inOrder(points);
  const converted = ordered.map((point) => inUnit(marker, point));
  const foreign = converted.lastIndexOf(null);
  const ofUnit = converted.slice(foreign + 1).filter((point) => point !== null);
  if (foreign >= 0)
    notes.push({
      en: `Values up to ${ordered[foreign]?.date} are in ${printedUnit(ordered[foreign]?.unit)}, which does not convert to ${printedUnit(marker.unit)}: the baseline begins after them.`,
      zh: `${ordered[foreign]?.date}及以前的检测值单位为${printedUnit(ordered[foreign]?.unit)}，无法换算为${printedUnit(marker.unit)}：基线在其后重新开始。`,
    });
  const judged = ofUnit.filter(({ date }) => anchor === null || date > anchor.date);
  const before =
    ofUnit.findLast(({ date, below }) => !below && anchor !== null && date <= anchor.date) ?? null;
  const change = lastChange(judged);
  if (change > 0)
    notes.push({
      en: `The assay or laboratory changed on ${judged[change]?.date} (${judged[change - 1]?.assay} → ${judged[change]?.assay}): the baseline begins anew.`,
      zh: `${judged[change]?.date}检测方法或实验室改变（${judged[change - 1]?.assay} → ${judged[change]?.assay}）：基线重新开始。`,
    });
  const ofAssay = judged.slice(change);
  const clear = anchor?.kind === 'operation' ? dayAfter(anchor.date, marker.clearanceDays) : null;
  const retained = ofAssay.filter((point) => {
    if (clear !== null && point.date < clear) return false;
    return !(
      marker.raisedByChemotherapy &&
      chemotherapy.some((span) => within(point.date, span, AFTER_CHEMOTHERAPY))
    );
  });
  const early = clear === null ? 0 : ofAssay.filter(({ date }) => date < clear).length;
  if (early > 0)
    notes.push({
      en: `${early === 1 ? '1 value' : `${early} values`} before ${clear} ${early === 1 ? 'is' : 'are'} not judged: the marker still falls for ${marker.clearanceDays} days after the operation.`,
      zh: `${clear}之前的${early}个检测值不作判断：术后${marker.clearanceDays}天内标志物仍在下降。`,
    });
  const during = ofAssay.length - retained.length - early;
  if (during > 0)
    notes.push({
      en: `${during === 1 ? '1 value' : `${during} values`} during chemotherapy or four weeks after ${during === 1 ? 'is' : 'are'} not judged.`,
      zh: `化疗期间及之后4周内的${during}个检测值不作判断。`,
    });
  return {
    points: retained,
    before,
    restarted:
      change > 0 ? (judged[change]?.date ?? null) : foreign >= 0 ? (ofUnit[0]?.date ?? null) : null,
    notes,
  };
};
