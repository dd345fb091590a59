import { createHash } from 'node:crypto';
import type { Plugin } from 'vite';

const EMBEDDED_FONT =
  /url\(\s*["']?data:font\/(\w+);(?:charset=[^;,]+;)?base64,([A-Za-z0-9+/=]+)["']?\s*\)/g;

/**
 * Puts fonts that a package's CSS embeds into files of their own: the page's security policy allows
 * fonts from its own origin only, and a stylesheet without them is a third of the size.
 */
export function extractFonts(): Plugin {
  return {
    name: 'assay:extract-fonts',
    apply: 'build',
    enforce: 'post',
    generateBundle(_, bundle) {
      for (const asset of Object.values(bundle)) {
        if (asset.type !== 'asset' || !asset.fileName.endsWith('.css')) continue;
        asset.source = String(asset.source).replace(
          EMBEDDED_FONT,
          (_match, format: string, base64: string) => {
            const source = Buffer.from(base64, 'base64');
            const hash = createHash('sha256').update(source).digest('hex').slice(0, 8);
            const name = `font-${hash}.${format}`;
            this.emitFile({ type: 'asset', fileName: `assets/${name}`, source });
            return `url(./${name})`;
          },
        );
      }
    },
  };
}
