import type { Plugin } from 'vite';

const source = '@mdi/js';
const prefix = 'virtual:icon/';

/** The icons of an application's pages are one file, though another application has some of them too. */
const OF_APPLICATION = /\/session\/icons\/([\w-]+)\.ts$/;

/**
 * Each icon a module of its own, so that it goes where it is used. All that the app uses of `@mdi/js` are otherwise one
 * module, which is of the file that every page fetches as soon as the frame draws one of them.
 */
export const icons = (): Plugin => ({
  name: 'nodp-icons',
  enforce: 'pre',
  transform: {
    filter: { id: /\/apps\/web\/src\/.*\.tsx?$/, code: source },
    handler: (code, file) => {
      const own = OF_APPLICATION.exec(file)?.[1];
      const of = own === undefined ? '' : `?of=${own}`;
      return {
        code: code.replace(/import\s*\{([^}]*)\}\s*from\s*'@mdi\/js';/g, (_, names: string) =>
          names
            .split(',')
            .map((name) => name.trim())
            .filter(Boolean)
            .map((name) => `import { ${name} } from '${prefix}${name}${of}';`)
            // On one line: the lines of the file stay where they are.
            .join(' '),
        ),
        map: null,
      };
    },
  },
  resolveId: { filter: { id: /^virtual:icon\// }, handler: (id) => `\0${id}` },
  load: {
    filter: { id: /^\0virtual:icon\// },
    async handler(id) {
      const name = id.slice(prefix.length + 1).replace(/\?.*$/, '');
      const path = ((await import(source)) as unknown as Record<string, string>)[name];
      if (path === undefined) throw new Error(`${source} has no ${name}`);
      return { code: `export const ${name} = ${JSON.stringify(path)};`, moduleType: 'js' };
    },
  },
});
