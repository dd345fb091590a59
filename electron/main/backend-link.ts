import { utilityProcess } from 'electron';
import type { BackendEvent } from '../../shared/api/answers.ts';
import type { Send } from '../../shared/api/contract.ts';
import type { ApiError, Result } from '../../shared/api/result.ts';
import { AppError } from '../../shared/model/app-error.ts';
import type { BackendStart, FromBackend, ToBackend } from './backend-messages.ts';

/** The main process's end of the wire to the backend process. */
export interface BackendLink {
  readonly send: Send;
  onEvent(listener: (event: BackendEvent) => void): () => void;
  /** Lets the backend finish and ends its process. */
  close(): Promise<void>;
}

const STOPPED: ApiError = {
  code: 'internal',
  message:
    "Assay's backend stopped unexpectedly. What was stored is kept. Close Assay and start it again; the log says more.",
};

/**
 * Starts the backend in a process of its own and waits until it is open.
 * @throws AppError with the backend's own reason when it cannot be opened.
 */
export async function startBackendProcess(file: string, start: BackendStart): Promise<BackendLink> {
  const child = utilityProcess.fork(file, [JSON.stringify(start)], {
    serviceName: 'Assay backend',
    stdio: 'inherit',
  });
  const post = (message: ToBackend) => child.postMessage(message);
  const calls = pendingCalls();
  const listeners = new Set<(event: BackendEvent) => void>();
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => {
      calls.stop();
      resolve();
    });
  });
  await new Promise<void>((resolve, reject) => {
    void ended.then(() => reject(new AppError(STOPPED.code, STOPPED.message)));
    child.on('message', (message: FromBackend) => {
      if (message.kind === 'ready') resolve();
      if (message.kind === 'failed') {
        reject(new AppError(message.error.code, message.error.message));
      }
      if (message.kind === 'answer') calls.answer(message.id, message.result);
      if (message.kind === 'event') for (const listener of listeners) listener(message.event);
      if (message.kind === 'closed') child.kill();
    });
  }).catch((thrown: unknown) => {
    child.kill();
    throw thrown;
  });
  return {
    send: (method, input) => calls.add((id) => post({ kind: 'call', id, method, input })),
    onEvent(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close() {
      post({ kind: 'close' });
      return ended;
    },
  };
}

interface PendingCalls {
  add(post: (id: number) => void): Promise<Result<unknown>>;
  answer(id: number, result: Result<unknown>): void;
  /** Answers everything that waits, and everything that comes, with the reason. */
  stop(): void;
}

function pendingCalls(): PendingCalls {
  const waiting = new Map<number, (result: Result<unknown>) => void>();
  const stopped: Result<never> = { ok: false, error: STOPPED };
  let lastId = 0;
  let running = true;
  return {
    add(post) {
      if (!running) return Promise.resolve(stopped);
      lastId += 1;
      const id = lastId;
      return new Promise((resolve) => {
        waiting.set(id, resolve);
        post(id);
      });
    },
    answer(id, result) {
      waiting.get(id)?.(result);
      waiting.delete(id);
    },
    stop() {
      running = false;
      for (const resolve of waiting.values()) resolve(stopped);
      waiting.clear();
    },
  };
}
