import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import config from '../../build/electron-builder.config.ts';

const root = path.resolve(import.meta.dirname, '../..');
const require = createRequire(import.meta.url);

interface Validator {
  validateSchema(schema: unknown, data: unknown, options: { readonly name: string }): void;
}

/** electron-builder's own validation, with its own schema. */
function validate(data: unknown): void {
  const validator = require('app-builder-lib/out/util/config/schemaValidator') as Validator;
  const schema = require('app-builder-lib/scheme.json') as unknown;
  validator.validateSchema(schema, data, { name: 'electron-builder' });
}

describe('the packaging configuration', () => {
  it("holds against electron-builder's own schema", () => {
    expect(() => validate(config)).not.toThrow();
    expect(() => validate({ ...config, electronFuses: { runAsNode: 'no' } })).toThrow();
    expect(() => validate({ ...config, asarUnpak: [] })).toThrow();
  });

  it('closes every way around the packaged code', () => {
    expect(config.asar).toBe(true);
    expect(config.electronFuses).toEqual({
      runAsNode: false,
      enableCookieEncryption: true,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      loadBrowserProcessSpecificV8Snapshot: false,
      grantFileProtocolExtraPrivileges: false,
    });
  });

  it('packages for Linux, macOS and Windows', () => {
    const targets = [config.linux, config.mac, config.win].map((platform) =>
      [platform?.target ?? []]
        .flat()
        .map((target) => (typeof target === 'string' ? target : target.target)),
    );
    expect(targets).toEqual([['AppImage', 'deb'], ['dmg'], ['nsis']]);
    expect(config.mac?.hardenedRuntime).toBe(true);
  });

  it('names files that exist, and native packages that lie outside of the archive', () => {
    for (const file of [config.mac?.entitlements, config.mac?.icon, config.win?.icon]) {
      expect(existsSync(path.join(root, String(file))), String(file)).toBe(true);
    }
    const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
    expect(manifest.main).toBe('dist/hosts/main.js');
    expect(config.asarUnpack).toEqual(['node_modules/@duckdb/**']);
  });

  it('refuses to package without the native binding of the target', async () => {
    const pack = config.beforePack as (context: object) => unknown;
    expect(() => pack({ electronPlatformName: 'win32', arch: 3 })).toThrow(
      '@duckdb/node-bindings-win32-arm64',
    );
    expect(() => pack({ electronPlatformName: 'linux', arch: 1 })).not.toThrow();
  });
});
