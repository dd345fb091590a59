import { contextBridge, type IpcRendererEvent, ipcRenderer } from 'electron';
import type { BackendEvent } from '../../shared/api/answers.ts';
import { channels } from '../../shared/api/channels.ts';
import type { Result } from '../../shared/api/result.ts';

/** All that the page can reach of the desktop: one call, and events. Nothing of Electron leaks. */
contextBridge.exposeInMainWorld('assay', {
  send: (method: string, input: unknown): Promise<Result<unknown>> =>
    ipcRenderer.invoke(channels.send, method, input),
  onEvent: (listener: (event: BackendEvent) => void): (() => void) => {
    const heard = (_: IpcRendererEvent, event: BackendEvent) => listener(event);
    ipcRenderer.on(channels.event, heard);
    return () => {
      ipcRenderer.removeListener(channels.event, heard);
    };
  },
});
