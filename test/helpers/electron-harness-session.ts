import { EventEmitter } from 'node:events';

type PermissionRequest = (
  contents: { getURL(): string },
  permission: string,
  answer: (granted: boolean) => void,
) => void;
type PermissionCheck = (contents: unknown, permission: string, origin: string) => boolean;
type BeforeRequest = (
  details: { readonly url: string },
  answer: (response: { readonly cancel?: boolean }) => void,
) => void;

/** The session's handlers as the shell set them, callable by a test and by the page's requests. */
export class HarnessSession extends EventEmitter {
  private permissionRequest: PermissionRequest | null = null;
  private permissionCheck: PermissionCheck | null = null;
  private beforeRequest: BeforeRequest | null = null;
  private scheme: ((request: Request) => Promise<Response>) | null = null;
  device: (() => boolean) | null = null;

  readonly protocol = {
    handle: (_: string, handler: (request: Request) => Promise<Response>) => {
      this.scheme = handler;
    },
  };
  readonly webRequest = {
    onBeforeRequest: (handler: BeforeRequest) => {
      this.beforeRequest = handler;
    },
  };

  setPermissionRequestHandler(handler: PermissionRequest): void {
    this.permissionRequest = handler;
  }
  setPermissionCheckHandler(handler: PermissionCheck): void {
    this.permissionCheck = handler;
  }
  setDevicePermissionHandler(handler: () => boolean): void {
    this.device = handler;
  }

  /** Whether a page at an address would get a permission; an app without handlers grants all. */
  grants(
    address: string,
    permission: string,
  ): { readonly asked: boolean; readonly checked: boolean } {
    let asked = true;
    this.permissionRequest?.({ getURL: () => address }, permission, (granted) => {
      asked = granted;
    });
    return { asked, checked: this.permissionCheck?.(null, permission, address) ?? true };
  }

  /** Whether the shell lets a request of the page go out. */
  allows(address: string): boolean {
    let cancelled = false;
    this.beforeRequest?.({ url: address }, ({ cancel }) => {
      cancelled = cancel === true;
    });
    return !cancelled;
  }

  /** Answers a request to the shell's own scheme. */
  answer(request: Request): Promise<Response> {
    if (this.scheme === null) throw new Error('the shell registered no protocol handler');
    return this.scheme(request);
  }
}
