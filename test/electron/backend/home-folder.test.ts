import { expect, it } from 'vitest';
import { homeFolder } from '../../../electron/backend/home-folder.ts';

it.each([
  ['linux', {}, '/u/.local/share/assay'],
  ['linux', { XDG_DATA_HOME: '/data' }, '/data/assay'],
  ['linux', { ASSAY_HOME: '/own' }, '/own'],
  ['linux', { ASSAY_HOME: '' }, '/u/.local/share/assay'],
  ['darwin', {}, '/u/Library/Application Support/assay'],
  ['win32', { APPDATA: '/roaming' }, '/roaming/assay'],
] as const)('on %s with %j it is %s', (platform, env, folder) => {
  expect(homeFolder({ platform, env, userFolder: '/u' })).toBe(folder);
});
