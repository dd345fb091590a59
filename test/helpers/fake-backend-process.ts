import type { ToBackend } from '../../electron/main/backend-messages.ts';
import { serveBackend } from '../../electron/main/serve-backend.ts';
import { AppError } from '../../shared/model/app-error.ts';
import { fakeBackend, sampleJob } from './fake-backend.ts';

/** The real backend process's wiring over a fake backend; the workspace's name chooses its mood. */
const { workspace } = JSON.parse(process.argv.at(-1) ?? '{}') as { readonly workspace: string };

const backend = fakeBackend({
  'scan.start': async () => {
    for (const state of ['running', 'running', 'done'] as const) {
      backend.emit({ type: 'job', job: sampleJob({ state }) });
    }
    return sampleJob();
  },
  'settings.update': async () => {
    throw new AppError('conflict', 'The settings changed meanwhile.');
  },
  'job.cancel': async () => process.exit(7),
});

await serveBackend(
  {
    post: (message) => process.parentPort.postMessage(message),
    onMessage: (listener) => {
      process.parentPort.on('message', (event: { readonly data: ToBackend }) =>
        listener(event.data),
      );
    },
  },
  async () => {
    if (workspace === 'locked') {
      throw new AppError('workspace-locked', 'Another Assay has this workspace open.');
    }
    return backend;
  },
);
