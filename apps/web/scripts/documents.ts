import { readFile } from 'node:fs/promises';
import type { Plugin } from 'vite';

const prefix = 'virtual:document/';
const generated = new URL('../src/graph/generated/graphql.ts', import.meta.url);

const isDocument = (name: string): boolean => /^\w+Document$/.test(name);

/** The imports of a file with each document from a module of its own; types are left out. */
export const importsOfDocuments = (code: string): string =>
  code.replace(
    /import\s*\{([^}]*)\}\s*from\s*'([^']*\/graph\/generated\/graphql\.ts|\.\/generated\/graphql\.ts)';/g,
    (all: string, list: string, path: string) => {
      const names = list
        .split(',')
        .map((name) => name.trim())
        .filter(Boolean);
      // A type is no part of what runs, and what is left of its import would bring the whole file.
      const others = names.filter((name) => !isDocument(name) && !name.startsWith('type '));
      const lines = '\n'.repeat(all.split('\n').length - 1);
      return [
        ...names.filter(isDocument).map((name) => `import { ${name} } from '${prefix}${name}';`),
        ...(others.length > 0 ? [`import { ${others.join(', ')} } from '${path}';`] : []),
      ]
        .join(' ')
        .concat(lines);
    },
  );

/** What the generated file says of a document: its hash. */
export const documentIn = (text: string, name: string): string => {
  const [, value] =
    new RegExp(`^export const ${name} = (\\{.*\\}) as unknown as `, 'm').exec(text) ?? [];
  if (value === undefined) throw new Error(`src/graph/generated/graphql.ts has no ${name}.`);
  return value;
};

/**
 * Each document of the graph a module of its own, so that it goes where it is used. The generated file is otherwise one
 * module, with the hashes of all pages and the text of all fragments, in the file that every page fetches first: 6 of its 154 kB.
 */
export const documents = (): Plugin => ({
  name: 'nodp-documents',
  enforce: 'pre',
  transform: {
    filter: { id: /\/apps\/web\/src\/.*\.tsx?$/, code: 'generated/graphql.ts' },
    handler: (code) => ({ code: importsOfDocuments(code), map: null }),
  },
  resolveId: { filter: { id: /^virtual:document\// }, handler: (id) => `\0${id}` },
  load: {
    filter: { id: /^\0virtual:document\// },
    async handler(id) {
      const name = id.slice(prefix.length + 1);
      const value = documentIn(await readFile(generated, 'utf8'), name);
      return { code: `export const ${name} = ${value};`, moduleType: 'js' };
    },
  },
});
