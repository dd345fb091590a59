import { client } from '../shared/api/dispatch.ts';
import type { Host, PageApi } from './host.ts';
import { httpHost, takeToken } from './http-host.ts';

declare global {
  interface Window {
    /** Put there by the desktop's preload; absent in a browser. */
    readonly assay?: Host;
  }
}

/** Connects to the host that opened this page: the desktop's bridge, or the loopback server. */
export function connectHost(): PageApi {
  const host: Host = window.assay ?? httpHost(takeToken());
  return { call: client(host.send), onEvent: (listener) => host.onEvent(listener) };
}
