/** The network by province: what the institutions of one send together. */
import type { NetworkInstitution } from './requests.ts';

export const MEASURES = ['sending', 'timely', 'held'] as const;
export type NetworkMeasure = (typeof MEASURES)[number];

export interface ProvinceOfNetwork {
  readonly code: string;
  readonly institutions: number;
  /** Institutions that sent something in 180 days and are not silent. */
  readonly sending: number;
  readonly silent: number;
  readonly received: number;
  readonly held: number;
  readonly dated: number;
  readonly timely: number;
}

const NONE: Omit<ProvinceOfNetwork, 'code'> = {
  institutions: 0,
  sending: 0,
  silent: 0,
  received: 0,
  held: 0,
  dated: 0,
  timely: 0,
};

/** Sums of the institutions of each province, by its code. */
export const provincesOf = (institutions: readonly NetworkInstitution[]): ProvinceOfNetwork[] => {
  const provinces = new Map<string, ProvinceOfNetwork>();
  for (const { regionCode: code, rhythm, received, held, dated, timely } of institutions) {
    const known = provinces.get(code) ?? { code, ...NONE };
    provinces.set(code, {
      code,
      institutions: known.institutions + 1,
      sending: known.sending + (rhythm.last !== null && !rhythm.silent ? 1 : 0),
      silent: known.silent + (rhythm.silent ? 1 : 0),
      received: known.received + received,
      held: known.held + held,
      dated: known.dated + dated,
      timely: known.timely + timely,
    });
  }
  return [...provinces.values()].sort((a, b) => (a.code < b.code ? -1 : 1));
};

/** A province's share, 0 to 1; null where nothing was sent that has one. */
export const shareOfProvince = (
  province: ProvinceOfNetwork,
  measure: NetworkMeasure,
): number | null => {
  const [part, whole] = {
    sending: [province.sending, province.institutions],
    timely: [province.timely, province.dated],
    held: [province.held, province.received],
  }[measure] as [number, number];
  return whole === 0 ? null : part / whole;
};
