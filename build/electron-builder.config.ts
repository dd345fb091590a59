import { existsSync } from 'node:fs';
import path from 'node:path';
import { Arch, type Configuration } from 'electron-builder';

const root = path.resolve(import.meta.dirname, '..');

/**
 * Packages the bundles, DuckDB's native binding of the target platform and nothing else. Icons and
 * the sandbox entitlements stand in `build/`.
 */
const config: Configuration = {
  appId: 'app.assay.desktop',
  productName: 'Assay',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: electron-builder expands these macros
  artifactName: 'assay-${version}-${os}-${arch}.${ext}',
  directories: { output: 'out', buildResources: 'build' },
  files: [
    'dist/**',
    'package.json',
    'LICENSE',
    '!node_modules/**',
    'node_modules/@duckdb/node-api/**',
    'node_modules/@duckdb/node-bindings/**',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: electron-builder expands these macros
    'node_modules/@duckdb/node-bindings-${platform}-${arch}/**',
    'node_modules/detect-libc/**',
  ],
  asar: true,
  asarUnpack: ['node_modules/@duckdb/**'],
  npmRebuild: false,
  beforePack: ({ electronPlatformName, arch }) => {
    requireBinding(`@duckdb/node-bindings-${electronPlatformName}-${Arch[arch]}`);
  },
  electronFuses: {
    runAsNode: false,
    enableCookieEncryption: true,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    loadBrowserProcessSpecificV8Snapshot: false,
    grantFileProtocolExtraPrivileges: false,
  },
  linux: {
    target: [
      { target: 'AppImage', arch: ['x64', 'arm64'] },
      { target: 'deb', arch: ['x64', 'arm64'] },
    ],
    icon: 'build/icons',
    category: 'Development',
    executableName: 'assay',
    maintainer: 'Assay contributors',
    synopsis: 'Cost, access, audit, guardrails and prompts of Amazon Bedrock',
  },
  mac: {
    target: [{ target: 'dmg', arch: ['x64', 'arm64'] }],
    icon: 'build/icons/1024x1024.png',
    category: 'public.app-category.developer-tools',
    hardenedRuntime: true,
    entitlements: 'build/entitlements.mac.plist',
    entitlementsInherit: 'build/entitlements.mac.plist',
  },
  win: {
    target: [{ target: 'nsis', arch: ['x64', 'arm64'] }],
    icon: 'build/icons/1024x1024.png',
  },
  nsis: { oneClick: false, perMachine: false, allowToChangeInstallationDirectory: true },
};

/** npm installs the binding of its own machine only; packaging for another needs it fetched first. */
function requireBinding(name: string): void {
  if (existsSync(path.join(root, 'node_modules', name))) return;
  throw new Error(
    `${name} is not installed. Fetch it in the version of @duckdb/node-bindings: npm install --no-save --force ${name}`,
  );
}

export default config;
