import dcmjs from 'dcmjs';

/** What PS3.6 says of an attribute. */
export interface AttributeOf {
  /** Eight hexadecimal digits. */
  readonly tag: string;
  readonly vr: string;
  readonly keyword: string;
}

/** VRs that depend on others: as most files write them. */
const CHOSEN: Readonly<Record<string, string>> = {
  ox: 'OW',
  xs: 'US',
  lt: 'US',
  up: 'UL',
  na: 'UN',
};

const entries: readonly AttributeOf[] = Object.values(
  dcmjs.data.DicomMetaDictionary.nameMap,
).flatMap(({ tag, vr, name }) => {
  const [, group, element] = /^\(([0-9A-F]{4}),([0-9A-F]{4})\)$/i.exec(tag) ?? [];
  return group === undefined || element === undefined
    ? []
    : [
        {
          tag: `${group}${element}`.toUpperCase(),
          vr: CHOSEN[vr] ?? vr,
          keyword: name.replace(/^RETIRED_/, ''),
        },
      ];
});

const byTag = new Map(entries.map((entry) => [entry.tag, entry]));
const byKeyword = new Map(entries.map((entry) => [entry.keyword, entry]));

/** Overlays and curves repeat in groups of even numbers: their first group stands for all (PS3.5 7.6). */
const first = (tag: string): string =>
  /^(60|50)[0-9A-F]{2}/.test(tag) ? `${tag.slice(0, 2)}00${tag.slice(4)}` : tag;

const isPrivate = (tag: string): boolean => Number.parseInt(tag.slice(3, 4), 16) % 2 === 1;

/** The value representation that PS3.6 gives an attribute; UN for what it does not know. */
export const vrOf = (tag: string): string => {
  if (tag.endsWith('0000')) return 'UL';
  if (isPrivate(tag)) return /^.{4}00[1-9A-F][0-9A-F]$/.test(tag) ? 'LO' : 'UN';
  return (byTag.get(tag) ?? byTag.get(first(tag)))?.vr ?? 'UN';
};

/** An attribute by its keyword (`PatientName`) or its tag (`00100010`, `0010,0010`); undefined where it is neither. */
export const attributeNamed = (name: string): AttributeOf | undefined => {
  const found = byKeyword.get(name);
  if (found !== undefined) return found;
  const tag = name.replace(/^\(?([0-9a-f]{4}),?([0-9a-f]{4})\)?$/i, '$1$2').toUpperCase();
  if (!/^[0-9A-F]{8}$/.test(tag)) return undefined;
  return byTag.get(tag) ?? { tag, vr: vrOf(tag), keyword: tag };
};
