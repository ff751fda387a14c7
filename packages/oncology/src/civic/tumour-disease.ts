import { TUMOUR_DISEASE_ROWS } from './tumour-disease-rows.ts';

/** An ICD-O-3 tumour. */
interface CodedTumour {
  /** `C34.1`. */
  readonly topography: string | null;
  /** `8140/3`. */
  readonly morphology: string | null;
}

/** Histologies that a row may name together. */
const GROUPS: Readonly<Record<string, string>> = {
  SQUAMOUS: '8050-8086',
  ADENO: '8140-8149 8160-8163 8190-8239 8250-8263 8310-8323 8440-8576',
  UROTHELIAL: '8120-8131',
  NEUROENDOCRINE: '8240-8249 8013',
  SMALL_CELL: '8041-8045',
  CARCINOMA: '8010-8589',
  MELANOMA: '8720-8790',
};

type Range = readonly [first: number, last: number];

const rangesOf = (written: string): readonly Range[] =>
  (GROUPS[written] ?? written).split(' ').map((range): Range => {
    const [first = '', last = first] = range.split('-');
    return [Number(first), Number(last)];
  });

const within = (ranges: readonly Range[], code: number): boolean =>
  ranges.some(([first, last]) => code >= first && code <= last);

interface Row {
  /** Null wherever it lies. */
  readonly site: RegExp | null;
  /** Null whatever its histology. */
  readonly histology: readonly Range[] | null;
  readonly doid: string;
}

const rows: readonly Row[] = TUMOUR_DISEASE_ROWS.trim()
  .split('\n')
  .map((line) => {
    const [sites = '', histologies = '', doid = ''] = line.split('|');
    const pattern = sites.replaceAll('.', '\\.').replaceAll(' ', '|');
    return {
      site: sites === '*' ? null : new RegExp(`^(?:${pattern})`),
      histology: histologies === '*' ? null : rangesOf(histologies),
      doid,
    };
  });

/** What a histology says where its site says nothing, the narrowest first. */
const BY_HISTOLOGY: readonly (readonly [string, string])[] = [
  ['MELANOMA', '1909'],
  ['UROTHELIAL', '2671'],
  ['SQUAMOUS', '1749'],
  ['NEUROENDOCRINE', '169'],
  ['ADENO', '299'],
  ['CARCINOMA', '305'],
];
const CANCER = '162';
const MESOTHELIOMA: readonly [ranges: readonly Range[], site: RegExp, doid: string] = [
  rangesOf('9050-9055'),
  /^C38\.4|^C45\.0/,
  '7474',
];

/** `8140/3` as 8140; null where there is none or it says no more than a malignant neoplasm. */
const histologyOf = (morphology: string | null): number | null => {
  const code = Number(/^(\d{4})/.exec(morphology ?? '')?.[1] ?? Number.NaN);
  return Number.isNaN(code) || code < 8010 ? null : code;
};

/**
 * The disease (DOID) of a tumour by ICD-O-3: the narrowest that topography and morphology say together. `162` (cancer) where
 * they say no more; null without either.
 */
export const diseaseOfTumour = ({ topography, morphology }: CodedTumour): string | null => {
  if (topography === null && morphology === null) return null;
  const code = histologyOf(morphology);
  const site = topography ?? '';
  const [pleural, pleura, doidOfPleura] = MESOTHELIOMA;
  if (code !== null && pleura.test(site) && within(pleural, code)) return doidOfPleura;
  const fitting = rows.filter(
    (row) =>
      (row.site === null || row.site.test(site)) &&
      (row.histology === null || (code !== null && within(row.histology, code))),
  );
  const narrow = fitting.find(({ histology }) => histology !== null);
  // A melanoma of an organ is a melanoma before it is the organ's cancer.
  if (narrow === undefined && code !== null && within(rangesOf('MELANOMA'), code)) return '1909';
  const found = narrow ?? fitting.find(({ site: of }) => of !== null);
  if (found !== undefined) return found.doid;
  const general = BY_HISTOLOGY.find(([group]) => code !== null && within(rangesOf(group), code));
  return general?.[1] ?? CANCER;
};
