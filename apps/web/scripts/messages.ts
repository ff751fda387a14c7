/**
 * The app's words in parts: what the frame and `src/design` say, and what each feature says. A page fetches the frame's
 * and its own, in one language; all of them together are a twentieth of a first page's weight, and were sent twice to
 * who reads Chinese.
 */
import { createCompiledCatalog, createMissingErrorMessage, getCatalogs } from '@lingui/cli/api';
import { getConfig } from '@lingui/conf';
import type { Plugin } from 'vite';

const all = 'virtual:messages';
const frame = 'frame';

/** Folders within a feature whose code is fetched when they are opened, and so are their words (`openWords`). */
const APART: readonly string[] = [
  'clinical/board',
  'clinical/deaths',
  'clinical/followup',
  'clinical/images',
  'clinical/messages',
  'clinical/patient/options',
  'clinical/patient/prognosis',
  'clinical/patient/response',
  'clinical/referrals',
  'clinical/screening',
  'clinical/summary',
  // After the folders within it.
  'clinical/patient',
];

/** `clinical`, or `clinical-options` for a folder whose words stand apart; undefined outside every feature. */
const partOfFile = (file: string): string | undefined => {
  const within = /(?:^|\/)src\/features\/(.+)$/.exec(file)?.[1];
  const apart = APART.find((folder) => within?.startsWith(`${folder}/`));
  if (apart !== undefined) return `${apart.split('/')[0]}-${apart.split('/').at(-1)}`;
  return /^([^/]+)\//.exec(within ?? '')?.[1];
};

/** `clinical` of `clinical-options`; features' own names have hyphens too. */
const featureOf = (part: string | undefined): string | undefined =>
  APART.some((folder) => part === `${folder.split('/')[0]}-${folder.split('/').at(-1)}`)
    ? part?.split('-')[0]
    : part;

/**
 * The part that says a message, by the files it stands in: a feature's, or the frame's where several share it. What a folder
 * apart shares with its feature is the feature's, which is there when the folder is opened.
 */
export function partOf(files: readonly string[]): string {
  const found = new Set(files.map(partOfFile));
  const [only] = found;
  if (found.size === 1 && only) return only;
  const features = new Set([...found].map((part) => featureOf(part)));
  const [feature] = features;
  return features.size === 1 && feature ? feature : frame;
}

/** Makes `virtual:messages`: by language and part, how its messages are fetched. */
export const messages = (root: string): Plugin => {
  const config = getConfig({ cwd: root });
  const read = async (locale: string) => {
    const [catalog] = await getCatalogs(config);
    if (!catalog) throw new Error('lingui.config.ts names no catalog');
    const entries = Object.entries((await catalog.read(locale)) ?? {});
    const parts = new Map(
      entries.map(([id, { origin = [] }]) => [id, partOf(origin.map(([f]) => f))]),
    );
    const { messages: words, missing } = await catalog.getTranslations(locale, {
      fallbackLocales: config.fallbackLocales,
      sourceLocale: config.sourceLocale ?? 'en',
    });
    if (missing.length > 0) throw new Error(createMissingErrorMessage(locale, missing, 'catalog'));
    return { parts, words, file: `${catalog.getFilename(locale)}` };
  };
  return {
    name: 'nodp-messages',
    resolveId: {
      filter: { id: /^virtual:messages(?:\/|$)/ },
      handler: (id) => `\0${id}`,
    },
    load: {
      filter: { id: /^\0virtual:messages(?:\/|$)/ },
      async handler(id) {
        const [, locale, part] = id.slice(1).split('/');
        if (!locale || !part) {
          const { parts } = await read(config.sourceLocale ?? 'en');
          const names = [...new Set([frame, ...parts.values()])];
          const languages = config.locales.map((language) => {
            const fetches = names.map(
              (name) =>
                `${JSON.stringify(name)}: async () => (await import('${all}/${language}/${name}')).messages`,
            );
            return `${JSON.stringify(language)}: { ${fetches.join(', ')} }`;
          });
          return { code: `export default { ${languages.join(', ')} };`, moduleType: 'js' };
        }
        const { parts, words, file } = await read(locale);
        this.addWatchFile(file);
        const own = Object.entries(words).filter(([key]) => (parts.get(key) ?? frame) === part);
        const { source, errors } = createCompiledCatalog(locale, Object.fromEntries(own), {
          namespace: 'es',
        });
        if (errors.length > 0) {
          throw new Error(errors.map((e) => `${locale} ${e.id}: ${e.error.message}`).join('\n'));
        }
        return { code: source, moduleType: 'js' };
      },
    },
  };
};
