import { dialog, type MenuItemConstructorOptions } from 'electron';
import type { Call } from '../../shared/api/contract.ts';
import type { Result } from '../../shared/api/result.ts';

/** What the menu acts on. */
export interface MenuActions {
  readonly platform: NodeJS.Platform;
  readonly packaged: boolean;
  readonly call: Call;
  openLink(address: string): void;
}

const BEDROCK_GUIDE = 'https://docs.aws.amazon.com/bedrock/latest/userguide/what-is-bedrock.html';

/** The application menu: the system's own roles, and what needs a folder dialog of the system. */
export function menuTemplate(actions: MenuActions): MenuItemConstructorOptions[] {
  const mac = actions.platform === 'darwin';
  const view: MenuItemConstructorOptions[] = [
    { role: 'reload' },
    ...(actions.packaged ? [] : [{ role: 'toggleDevTools' } as const]),
    { type: 'separator' },
    { role: 'resetZoom' },
    { role: 'zoomIn' },
    { role: 'zoomOut' },
    { role: 'togglefullscreen' },
  ];
  return [
    ...(mac ? [{ role: 'appMenu' } as const] : []),
    { label: '&File', submenu: fileMenu(actions, mac) },
    { role: 'editMenu' },
    { label: '&View', submenu: view },
    { role: 'windowMenu' },
    {
      role: 'help',
      submenu: [
        { label: 'Amazon Bedrock User Guide', click: () => actions.openLink(BEDROCK_GUIDE) },
      ],
    },
  ];
}

function fileMenu({ call }: MenuActions, mac: boolean): MenuItemConstructorOptions[] {
  return [
    {
      label: 'Open Workspace…',
      accelerator: 'CmdOrCtrl+O',
      click: () => withFolder('Open Workspace', (folder) => call('workspace.open', { folder })),
    },
    {
      label: 'Open Demo Workspace',
      click: () => report('Open Demo Workspace', call('workspace.open-demo', {})),
    },
    { type: 'separator' },
    {
      label: 'Import Folder of Logs…',
      accelerator: 'CmdOrCtrl+I',
      click: () => withFolder('Import Logs', (folder) => call('import.start', { folder })),
    },
    { type: 'separator' },
    mac ? { role: 'close' } : { role: 'quit' },
  ];
}

async function withFolder(
  title: string,
  act: (folder: string) => Promise<Result<unknown>>,
): Promise<void> {
  const chosen = await dialog.showOpenDialog({
    title,
    properties: ['openDirectory', 'createDirectory'],
  });
  const folder = chosen.filePaths[0];
  if (!chosen.canceled && folder !== undefined) await report(title, act(folder));
}

async function report(title: string, acting: Promise<Result<unknown>>): Promise<void> {
  const result = await acting;
  if (!result.ok) dialog.showErrorBox(title, result.error.message);
}
