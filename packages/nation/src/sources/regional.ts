import { type Weighted, weighted } from '../random/weighted.ts';
import { type Province, provinces } from './provinces.ts';

/**
 * Where some cancers are commoner than elsewhere. The directions are well known (nasopharynx in the
 * south, oesophagus along the Taihang mountains, stomach in the north-west, liver in the south-east and
 * Guangxi); the sizes are ours and change no national figure, for a province is drawn given the cancer.
 */
const RISE: Readonly<Record<string, string>> = {
  nasopharynx: '44 5, 45 4, 46 3.5, 43 2, 35 2, 36 1.8',
  oesophagus: '41 2.2, 13 2, 14 2.2, 32 1.7, 34 1.6, 35 1.4, 51 1.3, 65 1.4',
  stomach: '62 2.4, 63 2.2, 64 1.7, 21 1.6, 35 1.6, 34 1.6, 14 1.4, 37 1.2',
  liver: '45 2.2, 46 1.7, 35 1.6, 44 1.4, 32 1.3, 22 1.3',
  lung: '21 1.4, 22 1.3, 23 1.4, 53 1.3, 51 1.2, 37 1.1',
  thyroid: '33 2.4, 12 1.7, 31 1.8, 11 1.6, 21 1.4',
  breast: '31 1.5, 11 1.5, 12 1.3, 44 1.2, 21 1.2',
  colorectum: '31 1.6, 44 1.3, 11 1.3, 33 1.3, 21 1.2',
  prostate: '31 2, 11 1.8, 33 1.5, 44 1.3, 32 1.2',
  cervix: '42 1.4, 43 1.4, 52 1.5, 61 1.3, 14 1.4, 62 1.3',
};

const everywhere = weighted(
  provinces,
  provinces.map((p) => p.population),
);

const bySite: ReadonlyMap<string, Weighted<Province>> = new Map(
  Object.entries(RISE).map(([site, text]) => {
    const rise = new Map(text.split(', ').map((part) => part.split(' ') as [string, string]));
    const weights = provinces.map((p) => p.population * Number(rise.get(p.code.slice(0, 2)) ?? 1));
    return [site, weighted(provinces, weights)];
  }),
);

/** The provinces with how often a new case of a site group lives in each. */
export const provincesOf = (siteGroup: string): Weighted<Province> =>
  bySite.get(siteGroup) ?? everywhere;
