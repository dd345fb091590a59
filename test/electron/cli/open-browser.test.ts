import { expect, it } from 'vitest';
import { browserCommand } from '../../../electron/cli/open-browser.ts';

const address = 'http://127.0.0.1:1/#token=t';

it.each([
  ['linux', { DISPLAY: ':0' }, ['xdg-open', address]],
  ['linux', { WAYLAND_DISPLAY: 'wayland-0' }, ['xdg-open', address]],
  ['linux', {}, null],
  ['linux', { DISPLAY: ':0', SSH_CONNECTION: 'a' }, null],
  ['darwin', {}, ['open', address]],
  ['darwin', { CI: 'true' }, null],
  ['win32', {}, ['rundll32', 'url.dll,FileProtocolHandler', address]],
] as const)('on %s with %j', (platform, env, command) => {
  expect(browserCommand(address, { platform, env })).toEqual(command);
});
