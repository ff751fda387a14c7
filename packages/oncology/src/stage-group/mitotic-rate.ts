/**
 * Mitoses as pathologists count them, of an area of 5 mm²: `3/5 mm²`, `≤5/50HPF`, `6~10个/50高倍视野`, `2/mm²`, or the number alone.
 * Fifty fields of older microscopes are 5 mm² (AJCC Cancer Staging Manual, 8th edition, chapter 43); of other areas it cannot be said.
 */
const WRITTEN =
  /^([<>]=?|≤|≥)?\s*(\d+(?:\.\d+)?)\s*(?:[-~–—至]\s*(\d+(?:\.\d+)?))?\s*(?:个|枚|mitoses|mitotic figures|\{[^}]*\})?\s*(?:(?:\/|每|per)\s*\(?\s*(5[\s.]*mm2|mm2|50\s*个?\s*(?:HPFs?|高倍(?:镜)?视野))\)?)?$/i;

const LIMIT = 5;

/** `low` (5 or fewer of 5 mm²), `high`, `X` where the text leaves both open; null where it says none. */
export const mitoticRate = (text: string): 'low' | 'high' | 'X' | null => {
  const [all, sign = '', first = '', second, area = ''] =
    WRITTEN.exec(text.normalize('NFKC').trim()) ?? [];
  if (all === undefined || (sign !== '' && second !== undefined)) return null;
  const times = /^mm/i.test(area) ? 5 : 1;
  const [from, to] = [Number(first) * times, Number(second ?? first) * times];
  if (from > to) return null;
  const isBelow = sign === '<' || sign === '<=' || sign === '≤';
  const isAbove = sign === '>' || sign === '>=' || sign === '≥';
  if (!isAbove && to <= LIMIT) return 'low';
  if (isBelow) return 'X';
  if (from > LIMIT || (sign === '>' && from >= LIMIT)) return 'high';
  return 'X';
};
