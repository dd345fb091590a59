import { BrowserWindow, ipcMain, type WebFrameMain } from 'electron';
import type { BackendEvent } from '../../shared/api/answers.ts';
import { channels } from '../../shared/api/channels.ts';
import type { Send } from '../../shared/api/contract.ts';
import type { Result } from '../../shared/api/result.ts';
import { isPageAddress } from './page-protocol.ts';

/** Carries the contract over IPC: calls of the page's top frame only, events to every window. */
export function carryContract(backend: {
  readonly send: Send;
  onEvent(listener: (event: BackendEvent) => void): () => void;
}): void {
  ipcMain.handle(channels.send, (event, method: unknown, input: unknown) => {
    if (!isPage(event.senderFrame)) return refused('Calls of this sender are refused.');
    if (typeof method !== 'string') return refused('The method must be a text.');
    return backend.send(method, input);
  });
  backend.onEvent((event) => {
    for (const window of BrowserWindow.getAllWindows()) {
      window.webContents.send(channels.event, event);
    }
  });
}

function isPage(frame: WebFrameMain | null): boolean {
  return frame !== null && frame.parent === null && isPageAddress(frame.url);
}

function refused(message: string): Result<never> {
  return { ok: false, error: { code: 'invalid-input', message } };
}
