import { readFile } from 'node:fs/promises';
import { lingui } from '@lingui/vite-plugin';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

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

const gateway = process.env.NODP_URL ?? 'http://localhost:4000';

export default defineConfig({
  plugins: [
    react(),
    lingui({
      cwd: import.meta.dirname,
      macroTransform: true,
      failOnMissing: true,
      failOnCompileError: true,
    }),
    persistedDocuments(),
  ],
  build: { target: 'es2023', sourcemap: false, chunkSizeWarningLimit: 700 },
  server: { proxy: { '/graphql': gateway, '/auth': gateway } },
});
