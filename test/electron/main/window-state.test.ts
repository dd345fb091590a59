import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readWindowState, writeWindowState } from '../../../electron/main/window-state.ts';
import { silentLog } from '../../helpers/page-server.ts';
import { withFolder } from '../../helpers/with-folder.ts';

const laptop = { x: 0, y: 0, width: 1440, height: 900 };
const second = { x: 1440, y: 0, width: 1920, height: 1080 };
const bounds = { x: 1500, y: 50, width: 1300, height: 800 };

describe('the window state', () => {
  it('comes back as it was', () =>
    withFolder(async (folder) => {
      const path = join(folder, 'window.json');
      await writeWindowState(path, { bounds, maximized: true });
      expect(await readWindowState(path, [laptop, second], silentLog)).toEqual({
        width: 1300,
        height: 800,
        position: { x: 1500, y: 50 },
        maximized: true,
      });
    }));

  it('forgets a position that no display shows any more', () =>
    withFolder(async (folder) => {
      const path = join(folder, 'window.json');
      await writeWindowState(path, { bounds, maximized: false });
      expect(await readWindowState(path, [laptop], silentLog)).toMatchObject({
        width: 1300,
        position: null,
      });
    }));

  it.each(['{"width": 10', '{"width":10,"height":10,"position":null,"maximized":false}'])(
    'starts afresh from %s, which is set aside',
    (text) =>
      withFolder(async (folder) => {
        const path = join(folder, 'window.json');
        await writeFile(path, text);
        const state = await readWindowState(path, [laptop], silentLog);
        expect(state).toMatchObject({ position: null, maximized: false });
        expect(await readdir(folder)).toEqual([expect.stringMatching(/^window\.json\.damaged-/)]);
      }),
  );
});
