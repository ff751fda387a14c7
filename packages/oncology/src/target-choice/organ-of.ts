import type { Label } from '@nodp/terminology';
import { bodySite } from '@nodp/terminology/snomed';

/** All lymph nodes count as one organ. */
const NODES = 'lymph nodes';

const SIDES = /\b(?:left|right|bilateral)\b|[左右双](?:侧)?/gi;

/** Parts of the body that hold several organs: being in one tells no organ. */
const REGION =
  /^(?:chest|thorax|thoracic|abdomen|abdominal|pelvis|pelvic|head|neck|head and neck|trunk|limb|whole body)(?: (?:structure|region|cavity))?$/i;
const REGION_ZH = /^(?:胸|腹|盆|头|颈|头颈|四肢|躯干|全身)(?:部|腔|盆腔|盆部)?$/;

/** Whether words or a code (SNOMED CT) name a lymph node. */
export const isNode = (code: string | null, words: Label | null): boolean =>
  (code !== null && bodySite(code)?.topography.startsWith('C77') === true) ||
  /lymph ?node/i.test(words?.en ?? '') ||
  /淋巴结/.test(words?.zh ?? '');

/**
 * The organ that RECIST 1.1 counts a lesion in, as a key; null where it is not said, or a part of the body
 * that holds several. Paired organs and the parts of one count as
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
  if (REGION.test(lesion.words?.en ?? '') || REGION_ZH.test(lesion.words?.zh ?? '')) return null;
  const words = lesion.words?.en.replace(SIDES, '').replace(/\s+/g, ' ').trim().toLowerCase();
  return words === undefined || words === '' ? null : words;
};
