import type { Address } from '@medplum/fhirtypes';
import { PROVINCES, provinceOf, provinceOfName } from '@nodp/terminology/provinces';

/** Where one lives, before an address whose use is not said; where one works, is billed or used to live is neither. */
const HOMES = ['home', undefined] as const;

const CHINA = /^(?:cn|chn|prc|(?:people['’]s republic of )?china|中国|中华人民共和国)$/i;
/** Countries by ISO 3166-1 that are divisions by GB/T 2260. */
const DIVISIONS: ReadonlyMap<string, string> = new Map([
  ['TW', '710000'],
  ['TWN', '710000'],
  ['HK', '810000'],
  ['HKG', '810000'],
  ['MO', '820000'],
  ['MAC', '820000'],
]);

/** Letters of ISO 3166-2:CN (since 2017). */
const ISO_LETTERS: ReadonlyMap<string, string> = new Map(
  (
    'BJ11 TJ12 HE13 SX14 NM15 LN21 JL22 HL23 SH31 JS32 ZJ33 AH34 FJ35 JX36 SD37 HA41 HB42 HN43 GD44 ' +
    'GX45 HI46 CQ50 SC51 GZ52 YN53 XZ54 SN61 GS62 QH63 NX64 XJ65 TW71 HK81 MO82'
  )
    .split(' ')
    .map((pair) => [pair.slice(0, 2), `${pair.slice(2)}0000`]),
);

/** A code (`440000`, `44`, `CN-44`, `CN-GD`) or a name, short or full; letters alone may be another country's. */
const named = (text: string): string | null => {
  const [, prefix, code = ''] = /^(CN-)?(.*)$/i.exec(text.trim()) ?? [];
  const letters = prefix === undefined ? undefined : ISO_LETTERS.get(code.toUpperCase());
  return letters ?? (provinceOf(code) ?? provinceOfName(text))?.code ?? null;
};

/** What follows a province's short name where another place or a street only begins like it: 海南藏族自治州, 河南路. */
const ANOTHER = /^(?:.{1,3}族|[州县区]|[东南西北中]?大?[路街道])/;

const beginsWith = (text: string): string | null => {
  const full = PROVINCES.find(({ fullName }) => text.startsWith(fullName.zh));
  if (full !== undefined) return full.code;
  const short = PROVINCES.find(({ label }) => text.startsWith(label.zh));
  return short !== undefined && !ANOTHER.test(text.slice(short.label.zh.length))
    ? short.code
    : null;
};

/** The province a whole address names: at its beginning in Chinese, as one of its parts in English. */
const inText = (text: string): string | null => {
  const chinese = text.trim().replace(/^(?:中国|中华人民共和国)\s*/, '');
  const parts = text.split(/[,，;；\n]/).map((part) => part.replace(/\d+/g, '').trim());
  const inParts = parts.reverse().map((part) => provinceOfName(part)?.code);
  return beginsWith(chinese) ?? inParts.find((code) => code !== undefined) ?? null;
};

const provinceOfAddress = ({ country, state, city, text }: Address): string | null => {
  const abroad = country !== undefined && !CHINA.test(country.trim());
  if (abroad)
    return DIVISIONS.get(country.trim().toUpperCase()) ?? provinceOfName(country)?.code ?? null;
  if (state !== undefined) return named(state);
  return (city === undefined ? null : named(city)) ?? (text === undefined ? null : inText(text));
};

/**
 * Province of residence (GB/T 2260, six digits) by the addresses of a FHIR Patient: the home address, else one
 * whose use is not said. Null where none names a province, and of those who live abroad.
 */
export const residenceOf = (addresses: readonly Address[] = []): string | null => {
  const home = HOMES.map((use) => addresses.find((address) => address.use === use)).find(Boolean);
  return home === undefined ? null : provinceOfAddress(home);
};
