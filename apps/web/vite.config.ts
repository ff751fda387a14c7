import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { transformAsync } from '@babel/core';
import linguiMacro from '@lingui/babel-plugin-lingui-macro';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { documents } from './scripts/documents.ts';
import { icons } from './scripts/icons.ts';
import { messages } from './scripts/messages.ts';
import { precompressed } from './scripts/precompressed.ts';
import { provinceMap } from './scripts/province-map.ts';
import { under } from './scripts/shared-files.ts';

/** The documents the app may send, by hash, for the gateway; written beside the app's files. */
const persistedDocuments = (): Plugin => ({
  name: 'nodp-persisted-documents',
  apply: 'build',
  async generateBundle() {
    this.emitFile({
      type: 'asset',
      fileName: 'persisted-documents.json',
      source: await readFile(
        new URL('src/graph/generated/persisted-documents.json', import.meta.url),
      ),
    });
  },
});

/**
 * Lingui's macros, by Babel: their native transform is an optional package that npm leaves out
 * where it runs on Node 20, as it may on a fresh clone.
 */
const linguiMacros = (): Plugin => ({
  name: 'nodp-lingui-macros',
  enforce: 'pre',
  transform: {
    filter: { id: /\/apps\/web\/src\/.*\.tsx?$/, code: /@lingui\/(?:core|react)\/macro/ },
    async handler(code, filename) {
      const result = await transformAsync(code, {
        filename,
        babelrc: false,
        configFile: false,
        sourceMaps: true,
        parserOpts: { plugins: ['typescript', 'jsx'] },
        plugins: [linguiMacro],
      });
      return result?.code ? { code: result.code, map: result.map } : null;
    },
  },
});

const gateway = process.env.NODP_URL ?? 'http://localhost:4000';

/** Cornerstone's reader of XML extends Node's emitter of events, which browsers have not. */
const events = createRequire(import.meta.url).resolve('events/');

const page = (file: string) => `${import.meta.dirname}/src/features/${file}`;

export default defineConfig({
  plugins: [
    documents(),
    icons(),
    react(),
    linguiMacros(),
    messages(import.meta.dirname),
    persistedDocuments(),
    provinceMap(process.env.NODP_MAP),
    precompressed(),
  ],
  resolve: { alias: { events } },
  worker: { format: 'es' },
  build: {
    target: 'es2023',
    sourcemap: false,
    chunkSizeWarningLimit: 700,
    // Browsers that the app is built for preload modules by themselves.
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            // What every page needs is one file: small ones compress worse and cost a request each.
            { name: 'base', tags: ['$initial'] },
            // So is what the sign-in needs, and what lists do.
            { name: under('common', [page('sign-in/page.tsx')]) },
            { name: under('list', [page('clinical/patients/page.tsx')]) },
          ],
        },
      },
    },
  },
  server: {
    proxy: {
      '/graphql': gateway,
      '/auth': gateway,
      '/csv': gateway,
      '/dicom-web': gateway,
      '/held': gateway,
      '/contact-outcomes': gateway,
      '/followup-plans': gateway,
      '/screening-rounds': gateway,
      '/deaths': gateway,
      '/network': gateway,
    },
  },
});
