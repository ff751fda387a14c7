import { CHAPTERS } from './chapters.ts';

interface NamedChapters {
  readonly chapters: readonly string[];
  readonly factors?: Readonly<Record<string, string>>;
}

/** Names by which a chapter may be asked for besides its id and titles, with factors that the name says. */
export const CHAPTER_NAMES: ReadonlyMap<string, NamedChapters> = new Map<string, NamedChapters>([
  ...CHAPTERS.flatMap(({ id, title }) =>
    [id, title.en.toLowerCase(), title.zh.toLowerCase()].map((name): [string, NamedChapters] => [
      name,
      { chapters: [id] },
    ]),
  ),
  ['oesophagus squamous', { chapters: ['oesophagus-squamous'] }],
  ['oesophagus adenocarcinoma', { chapters: ['oesophagus-adenocarcinoma'] }],
  ['oesophagus (both)', { chapters: ['oesophagus-squamous', 'oesophagus-adenocarcinoma'] }],
  ['oesophagus', { chapters: ['oesophagus-squamous', 'oesophagus-adenocarcinoma'] }],
  ['pancreas exocrine', { chapters: ['pancreas'] }],
  ['bladder urothelial', { chapters: ['bladder'] }],
  ['ovary, tube, peritoneum', { chapters: ['ovary-tube-peritoneum'] }],
  ['ovary', { chapters: ['ovary-tube-peritoneum'] }],
  ['corpus uteri carcinoma', { chapters: ['corpus-carcinoma'] }],
  ['corpus uteri', { chapters: ['corpus-carcinoma'] }],
  ['oral cavity', { chapters: ['lip-oral-cavity'] }],
  ['liver hcc', { chapters: ['liver'] }],
  ['breast prognostic', { chapters: ['breast-prognostic'] }],
  ['breast anatomic', { chapters: ['breast-anatomic'] }],
  ['breast', { chapters: ['breast-anatomic'] }],
  ['thyroid differentiated', { chapters: ['thyroid-differentiated'] }],
  [
    'thyroid differentiated, age 55 or more',
    { chapters: ['thyroid-differentiated'], factors: { age: '55' } },
  ],
  [
    'thyroid differentiated, age under 55',
    { chapters: ['thyroid-differentiated'], factors: { age: '54' } },
  ],
  ['gist stomach', { chapters: ['gist-stomach'] }],
  ['melanoma', { chapters: ['melanoma-skin'] }],
  ['colon', { chapters: ['colorectum'] }],
  ['rectum', { chapters: ['colorectum'] }],
  ['colorectal', { chapters: ['colorectum'] }],
  ['endometrium', { chapters: ['corpus-carcinoma'] }],
  ['结肠', { chapters: ['colorectum'] }],
  ['直肠', { chapters: ['colorectum'] }],
  ['结直肠', { chapters: ['colorectum'] }],
  ['子宫内膜', { chapters: ['corpus-carcinoma'] }],
  ['食管', { chapters: ['oesophagus-squamous', 'oesophagus-adenocarcinoma'] }],
  ['口腔', { chapters: ['lip-oral-cavity'] }],
  ['卵巢', { chapters: ['ovary-tube-peritoneum'] }],
  ['肝细胞肝癌', { chapters: ['liver'] }],
  ['胰腺', { chapters: ['pancreas'] }],
  ['宫颈', { chapters: ['cervix'] }],
  ['子宫体', { chapters: ['corpus-carcinoma'] }],
  ['乳腺', { chapters: ['breast-anatomic'] }],
  ['甲状腺', { chapters: ['thyroid-differentiated'] }],
  ['黑色素瘤', { chapters: ['melanoma-skin'] }],
]);

/**
 * The chapters of a name, in either language: `Lung`, `lung cancer`, `肺癌`, `esophagus squamous`; null where it is none.
 */
export const chaptersNamed = (name: string): NamedChapters | null => {
  const written = name
    .trim()
    .toLowerCase()
    .replace(/^esophag|(?<=\s)esophag/g, 'oesophag');
  return (
    CHAPTER_NAMES.get(written) ??
    CHAPTER_NAMES.get(written.replace(/(?:癌|恶性肿瘤|\s+cancer)$/u, '')) ??
    null
  );
};
