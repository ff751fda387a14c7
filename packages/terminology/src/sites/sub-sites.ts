import type { Label } from '../label.ts';
import { SITE_GROUPS, type SiteGroupId } from './site-groups.ts';

/** A part of a site group, by ICD-O-3 topography. */
export type SubSite = {
  /** `<site group>.<part>`, e.g. `colorectum.colon`. */
  readonly id: string;
  readonly siteGroup: SiteGroupId;
  readonly label: Label;
  /** ICD-O-3 sites (C18) and subsites (C16.0) that make it up, in code order. */
  readonly topographies: readonly string[];
};

/**
 * site group, part, en, zh, ICD-O-3 topographies. Parts after the site list of Cancer Incidence in Five
 * Continents vol. XII (IARC, 2023), whose rows the groups join; cardia and non-cardia after GLOBOCAN.
 * A topography that says no more than the group (C16.9) is of no part. Groups that morphology makes have none.
 */
const ROWS = [
  ['lung', 'trachea', 'Trachea', '气管', 'C33'],
  ['lung', 'lung', 'Bronchus and lung', '支气管和肺', 'C34'],
  ['colorectum', 'colon', 'Colon', '结肠', 'C18'],
  [
    'colorectum',
    'rectum',
    'Rectum and rectosigmoid junction',
    '直肠和直肠乙状结肠连接部',
    'C19 C20',
  ],
  ['colorectum', 'anus', 'Anus and anal canal', '肛门和肛管', 'C21'],
  ['stomach', 'cardia', 'Cardia', '贲门', 'C16.0'],
  [
    'stomach',
    'non-cardia',
    'Stomach except cardia',
    '贲门以外的胃',
    'C16.1 C16.2 C16.3 C16.4 C16.5 C16.6 C16.8',
  ],
  ['corpus-uteri', 'corpus', 'Corpus uteri', '子宫体', 'C54'],
  ['corpus-uteri', 'unspecified', 'Uterus unspecified', '子宫部位不明', 'C55'],
  ['brain', 'meninges', 'Meninges', '脑膜', 'C70'],
  ['brain', 'brain', 'Brain', '脑', 'C71'],
  ['brain', 'other', 'Spinal cord, cranial nerves and other', '脊髓、脑神经及其他', 'C72'],
  ['kidney', 'kidney', 'Kidney', '肾', 'C64'],
  ['kidney', 'renal-pelvis', 'Renal pelvis', '肾盂', 'C65'],
  ['kidney', 'ureter', 'Ureter', '输尿管', 'C66'],
  ['kidney', 'urethra', 'Urethra and other urinary', '尿道及其他泌尿器官', 'C68'],
  ['gallbladder', 'gallbladder', 'Gallbladder', '胆囊', 'C23'],
  ['gallbladder', 'bile-ducts', 'Bile ducts', '胆管', 'C24'],
  ['lip-oral-pharynx', 'lip', 'Lip', '唇', 'C00'],
  ['lip-oral-pharynx', 'tongue', 'Tongue', '舌', 'C01 C02'],
  ['lip-oral-pharynx', 'mouth', 'Mouth', '口腔', 'C03 C04 C05 C06'],
  ['lip-oral-pharynx', 'salivary-glands', 'Salivary glands', '涎腺', 'C07 C08'],
  ['lip-oral-pharynx', 'oropharynx', 'Tonsil and oropharynx', '扁桃体和口咽', 'C09 C10'],
  ['lip-oral-pharynx', 'hypopharynx', 'Hypopharynx', '下咽', 'C12 C13'],
  ['lip-oral-pharynx', 'pharynx', 'Pharynx unspecified', '咽部位不明', 'C14'],
  ['bone', 'limbs', 'Bones of limbs', '四肢骨', 'C40'],
  ['bone', 'other', 'Other bones', '其他骨', 'C41'],
  ['other-thoracic', 'thymus', 'Thymus', '胸腺', 'C37'],
  [
    'other-thoracic',
    'heart-mediastinum-pleura',
    'Heart, mediastinum and pleura',
    '心脏、纵隔和胸膜',
    'C38',
  ],
  ['nose-sinuses', 'nasal-cavity', 'Nasal cavity and middle ear', '鼻腔和中耳', 'C30'],
  ['nose-sinuses', 'sinuses', 'Accessory sinuses', '鼻窦', 'C31'],
  ['other-female-genital', 'vulva', 'Vulva', '外阴', 'C51'],
  ['other-female-genital', 'vagina', 'Vagina', '阴道', 'C52'],
  ['other-female-genital', 'placenta', 'Placenta', '胎盘', 'C58'],
  [
    'other-female-genital',
    'other',
    'Fallopian tube and other female genital',
    '输卵管及其他女性生殖器',
    'C57',
  ],
  ['other-male-genital', 'penis', 'Penis', '阴茎', 'C60'],
  ['other-male-genital', 'other', 'Other male genital', '其他男性生殖器', 'C63'],
  ['other-endocrine', 'adrenal', 'Adrenal gland', '肾上腺', 'C74'],
  ['other-endocrine', 'other', 'Other endocrine glands', '其他内分泌腺', 'C75'],
  ['other', 'retroperitoneum', 'Retroperitoneum and peritoneum', '腹膜后和腹膜', 'C48'],
  ['other', 'unknown-primary', 'Unknown primary', '原发部位不明', 'C80'],
] as const satisfies readonly (readonly [SiteGroupId, string, string, string, string])[];

/** The parts of site groups, in the order of their codes within each group. */
export const SUB_SITES: readonly SubSite[] = ROWS.map(([siteGroup, part, en, zh, codes]) => ({
  id: `${siteGroup}.${part}`,
  siteGroup,
  label: { en, zh },
  topographies: codes.split(' '),
}));

/** What a filter or a criterion asks for by an id: a whole group, or those of its topographies that are listed. */
export type SiteChoice = {
  readonly id: string;
  readonly siteGroup: SiteGroupId;
  readonly label: Label;
  /** Null for the whole group. */
  readonly topographies: readonly string[] | null;
};

const BY_ID = new Map<string, SiteChoice>([
  ...SITE_GROUPS.map(({ id, label }): [string, SiteChoice] => [
    id,
    { id, siteGroup: id, label, topographies: null },
  ]),
  ...SUB_SITES.map((part): [string, SiteChoice] => [part.id, part]),
]);

/** The site group or the part of one that an id names; null where there is none. */
export const siteChoice = (id: string): SiteChoice | null => BY_ID.get(id) ?? null;

/** Every id that `siteChoice` knows: each group followed by its parts. */
export const SITE_CHOICES: readonly SiteChoice[] = SITE_GROUPS.flatMap(({ id }) => [
  BY_ID.get(id) as SiteChoice,
  ...SUB_SITES.filter(({ siteGroup }) => siteGroup === id),
]);

const BY_TOPOGRAPHY: ReadonlyMap<string, SubSite> = new Map(
  SUB_SITES.flatMap((part) =>
    part.topographies.map((code) => [`${part.siteGroup} ${code}`, part] as const),
  ),
);

/**
 * The part of a site group that a case is of.
 * @param topography ICD-O-3 with its point (`C18.7`); null where not known
 * @returns null where the topography is not known, says no more than the group or is of no part
 */
export const subSiteOf = (siteGroup: string, topography: string | null): SubSite | null =>
  topography === null
    ? null
    : (BY_TOPOGRAPHY.get(`${siteGroup} ${topography}`) ??
      BY_TOPOGRAPHY.get(`${siteGroup} ${topography.slice(0, 3)}`) ??
      null);
