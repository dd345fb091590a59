import { type App, type Session, shell, type WebContents } from 'electron';
import type { Log } from '../backend/log.ts';
import { externalLink } from './external-links.ts';
import { isPageAddress } from './page-protocol.ts';

/** The one permission the page has: putting text on the clipboard ("copy policy"). */
const ALLOWED_PERMISSIONS: readonly string[] = ['clipboard-sanitized-write'];
const LOADED_SCHEMES = /^(assay|devtools|blob|data):/;

/** Confines every page that will ever be created: no navigation away, no windows, no webviews. */
export function guardContents(app: App, log: Log): void {
  app.on('web-contents-created', (_, contents) => confine(contents, log));
}

function confine(contents: WebContents, log: Log): void {
  const stay = (event: { preventDefault(): void; readonly url: string }) => {
    if (isPageAddress(event.url)) return;
    event.preventDefault();
    log.warn('Refused to leave the page', { url: event.url });
  };
  contents.on('will-navigate', stay);
  contents.on('will-frame-navigate', stay);
  contents.on('will-redirect', stay);
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(({ url }) => {
    openExternal(url, log);
    return { action: 'deny' };
  });
}

/** Hands an allowed link to the system's browser; anything else is logged and dropped. */
export function openExternal(address: string, log: Log): void {
  const link = externalLink(address);
  if (link === null) {
    log.warn('Refused to open an address', { url: address });
    return;
  }
  shell.openExternal(link).catch((thrown: unknown) => {
    log.warn('The system browser could not be opened', { url: link, thrown });
  });
}

/** Refuses permissions, devices, remote requests and downloads that the page did not make itself. */
export function guardSession(session: Session, log: Log): void {
  session.setPermissionRequestHandler((contents, permission, answer) => {
    answer(isPageAddress(contents.getURL()) && ALLOWED_PERMISSIONS.includes(permission));
  });
  session.setPermissionCheckHandler(
    (_, permission, origin) => isPageAddress(origin) && ALLOWED_PERMISSIONS.includes(permission),
  );
  session.setDevicePermissionHandler(() => false);
  session.webRequest.onBeforeRequest((details, answer) => {
    const cancel = !LOADED_SCHEMES.test(details.url);
    if (cancel) log.warn('Refused a request of the page', { url: details.url });
    answer({ cancel });
  });
  session.on('will-download', (event, item) => {
    if (!item.getURL().startsWith('blob:assay://app/')) event.preventDefault();
  });
}
