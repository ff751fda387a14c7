import { CHAPTERS } from './chapters.ts';

interface NamedChapters {
  readonly chapters: readonly string[];
  readonly factors?: Readonly<Record<string, string>>;
}

/** Names by which a chapter may be asked for besides its id, with factors that the name says. */
export const CHAPTER_NAMES: ReadonlyMap<string, NamedChapters> = new Map<string, NamedChapters>([
  ...[...new Set(CHAPTERS.map(({ id }) => id))].map((id): [string, NamedChapters] => [
    id,
    { chapters: [id] },
  ]),
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
]);
