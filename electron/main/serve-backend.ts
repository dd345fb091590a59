import type { Send } from '../../shared/api/contract.ts';
import { dispatcher } from '../../shared/api/dispatch.ts';
import { toApiError } from '../../shared/api/result.ts';
import type { Backend } from '../backend/create-backend.ts';
import type { FromBackend, ToBackend } from './backend-messages.ts';

/** The backend process's end of the wire to the main process. */
export interface BackendPort {
  post(message: FromBackend): void;
  onMessage(listener: (message: ToBackend) => void): void;
}

/**
 * Opens a backend and serves it over a port until it is told to close. A backend that cannot be
 * opened is reported as `failed` with its reason; messages that came earlier wait for the opening.
 */
export async function serveBackend(port: BackendPort, open: () => Promise<Backend>): Promise<void> {
  const opened = open().then(
    (backend) => backend,
    (thrown: unknown) => {
      port.post({ kind: 'failed', error: toApiError(thrown) });
      return null;
    },
  );
  port.onMessage((message) => {
    void opened.then((backend) => (backend === null ? undefined : answer(port, backend, message)));
  });
  const backend = await opened;
  if (backend === null) return;
  backend.onEvent((event) => port.post({ kind: 'event', event }));
  port.post({ kind: 'ready' });
}

async function answer(port: BackendPort, backend: Backend, message: ToBackend): Promise<void> {
  if (message.kind === 'close') {
    await backend.close().finally(() => port.post({ kind: 'closed' }));
    return;
  }
  const send: Send = dispatcher(backend.api);
  const result = await send(message.method, message.input);
  port.post({ kind: 'answer', id: message.id, result });
}
