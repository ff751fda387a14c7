import type { Label } from '@nodp/terminology';
import { bodySite } from '@nodp/terminology/snomed';

/** All lymph nodes count as one organ. */
const NODES = 'lymph nodes';

const SIDES = /\b(?:left|right|bilateral)\b|[左右双](?:侧)?/gi;

/** Whether words or a code (SNOMED CT) name a lymph node. */
export const isNode = (code: string | null, words: Label | null): boolean =>
  (code !== null && bodySite(code)?.topography.startsWith('C77') === true) ||
  /lymph ?node/i.test(words?.en ?? '') ||
  /淋巴结/.test(words?.zh ?? '');

/**
 * The organ that RECIST 1.1 counts a lesion in, as a key; null where it is not said. Paired organs and the parts of one count as
 * one organ, and so do all lymph nodes. Source: Eisenhauer EA et al., Eur J Cancer 2009;45:228–247, 4.2.
 */
export const organOf = (lesion: {
  readonly node: boolean;
  /** SNOMED CT. */
  readonly code: string | null;
  readonly words: Label | null;
}): string | null => {
  if (lesion.node || isNode(lesion.code, lesion.words)) return NODES;
  const site = lesion.code === null ? null : (bodySite(lesion.code)?.topography ?? null);
  // C76 gathers parts of the body that are no organ together.
  if (site !== null) return site.startsWith('C76') ? site : site.slice(0, 3);
  const words = lesion.words?.en.replace(SIDES, '').replace(/\s+/g, ' ').trim().toLowerCase();
  return words === undefined || words === '' ? null : words;
};
