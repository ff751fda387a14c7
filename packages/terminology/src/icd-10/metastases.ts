import { topographyLabel } from '../icd-o-3/topography.ts';
import type { Label } from '../label.ts';
import { once, rows } from '../rows.ts';
import { type SiteGroupId, siteGroupOf } from '../sites/site-groups.ts';
import { parseIcd10 } from './icd-10.ts';

/**
 * Metastases as oncologists name them: `ICD-10|English|Chinese|ICD-O-3 topography of where it lies`. ICD-10's own
 * words ("secondary malignant neoplasm of bone and bone marrow") stand beside these wherever both are shown.
 */
const ROWS = `
C77.0|Lymph node metastasis of head, face and neck|头、面和颈部淋巴结转移|C77.0
C77.1|Intrathoracic lymph node metastasis|胸内淋巴结转移|C77.1
C77.2|Intra-abdominal lymph node metastasis|腹内淋巴结转移|C77.2
C77.3|Axillary or upper limb lymph node metastasis|腋下或上肢淋巴结转移|C77.3
C77.4|Inguinal or lower limb lymph node metastasis|腹股沟或下肢淋巴结转移|C77.4
C77.5|Pelvic lymph node metastasis|盆腔淋巴结转移|C77.5
C77.8|Lymph node metastases of multiple regions|多区域淋巴结转移|C77.8
C77.9|Lymph node metastasis|淋巴结转移|C77.9
C78.0|Lung metastasis|肺转移|C34.9
C78.1|Mediastinal metastasis|纵隔转移|C38.3
C78.2|Pleural metastasis|胸膜转移|C38.4
C78.3|Respiratory organ metastasis|呼吸器官转移|C39.9
C78.4|Small intestine metastasis|小肠转移|C17.9
C78.5|Large intestine or rectal metastasis|大肠或直肠转移|C18.9
C78.6|Peritoneal or retroperitoneal metastasis|腹膜或腹膜后转移|C48.2
C78.7|Liver metastasis|肝转移|C22.0
C78.8|Digestive organ metastasis|消化器官转移|C26.9
C79.0|Kidney metastasis|肾转移|C64.9
C79.1|Urinary organ metastasis|泌尿器官转移|C68.9
C79.2|Skin metastasis|皮肤转移|C44.9
C79.3|Brain metastasis|脑转移|C71.9
C79.4|Nervous system metastasis|神经系统转移|C72.9
C79.5|Bone metastasis|骨转移|C41.9
C79.6|Ovarian metastasis|卵巢转移|C56.9
C79.7|Adrenal metastasis|肾上腺转移|C74.9
C79.8|Metastasis of another specified site|其他特指部位转移|
C79.9|Metastasis, site not specified|转移，部位未特指|
C77|Lymph node metastasis|淋巴结转移|C77.9
C78|Metastasis of respiratory or digestive organs|呼吸或消化器官转移|
C79|Metastasis, site not specified|转移，部位未特指|
`;

interface Metastasis {
  readonly label: Label;
  readonly topography: string | null;
}

const table = once(
  () =>
    new Map<string, Metastasis>(
      rows(ROWS).map(([code = '', en = '', zh = '', topography]) => [
        code,
        { label: { en, zh }, topography: topography || null },
      ]),
    ),
);

/** The four-character row where the code has one of the list, else that of its category; null for other codes. */
const ofIcd10 = (text: string | null): Metastasis | null => {
  const parsed = text === null ? null : parseIcd10(text);
  if (parsed === null) return null;
  return table().get(parsed.code.slice(0, 5)) ?? table().get(parsed.category) ?? null;
};

/** A topography that says where: C76 and C80 stand for sites that are not known. */
const known = (topography: string | null): string | null =>
  topography === null || /^C(?:76|80)/i.test(topography) ? null : topography;

const compact = (topography: string): string => topography.slice(0, 3).toUpperCase();

/** The metastasis of a site, whatever its subsite: the first of the list that lies in that site. */
const ofTopography = (topography: string): Label | null => {
  const site = compact(topography);
  // Lymph nodes and the mediastinum and pleura (C38) are told apart by their subsite.
  const exact = [...table().values()].find((m) => m.topography === topography.toUpperCase());
  if (exact !== undefined) return exact.label;
  const same = [...table().values()].find((m) => m.topography?.startsWith(site) && site !== 'C38');
  if (same !== undefined) return same.label;
  const label = topographyLabel(topography);
  return label === null ? null : { en: `Metastasis: ${label.en}`, zh: `${label.zh}转移` };
};

/** Where a metastasis lies, as far as it was coded. */
export interface CodedMetastasis {
  /** ICD-10, e.g. C78.0; null where none was sent. */
  readonly icd10: string | null;
  /** ICD-O-3 topography of the metastasis itself; C80.9 counts as none. */
  readonly topography: string | null;
}

const unspecified: Label = { en: 'Metastasis, site not specified', zh: '转移，部位未特指' };

/** A metastasis' name in both languages: `Lung metastasis`, `肺转移`; never that of its primary. */
export function metastasisLabel({ icd10, topography }: CodedMetastasis): Label {
  const coded = ofIcd10(icd10);
  const where = known(topography);
  if (coded?.topography) return coded.label;
  return (where === null ? null : ofTopography(where)) ?? coded?.label ?? unspecified;
}

/** The ICD-O-3 topography of a metastasis itself, by its own topography before its ICD-10; null where not known. */
export const topographyOfMetastasis = ({ icd10, topography }: CodedMetastasis): string | null =>
  known(topography) ?? ofIcd10(icd10)?.topography ?? null;

/** The site group a metastasis lies in; null where it is not known or is no site of its own (lymph nodes). */
export function siteGroupOfMetastasis(metastasis: CodedMetastasis): SiteGroupId | null {
  const where = topographyOfMetastasis(metastasis);
  if (where === null || compact(where) === 'C77') return null;
  const group = siteGroupOf(where);
  return group === 'other' ? null : group;
}
