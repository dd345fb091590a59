import path from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { extractFonts } from './extract-fonts.ts';

const project = path.resolve(import.meta.dirname, '..');

/** Builds the page: `npx vite build -c build/vite.config.ts` writes `dist/renderer`. */
export default defineConfig({
  root: path.join(project, 'renderer'),
  base: '/',
  plugins: [react(), extractFonts()],
  build: {
    outDir: path.join(project, 'dist/renderer'),
    emptyOutDir: true,
    target: 'chrome130',
    modulePreload: { polyfill: false },
    reportCompressedSize: true,
    chunkSizeWarningLimit: 900,
    assetsInlineLimit: 0,
    rolldownOptions: {
      treeshake: {
        // Input schemas check at the carrier, in the backend; the page uses only their types.
        moduleSideEffects: (id) => !id.startsWith(path.join(project, 'shared')),
      },
    },
  },
});
