import { z } from 'zod';
import { createBackend } from '../backend/create-backend.ts';
import { findInstall } from '../backend/install.ts';
import { keepWarningsInLog } from '../backend/node-warnings.ts';
import { openLog } from '../backend/open-log.ts';
import type { BackendStart, ToBackend } from './backend-messages.ts';
import { serveBackend } from './serve-backend.ts';

const start: BackendStart = z
  .object({ workspace: z.string(), home: z.string() })
  .parse(JSON.parse(process.argv.at(-1) ?? 'null'));

const { version, demoThread } = findInstall();
const log = openLog({ home: start.home, terminal: (text) => process.stderr.write(text) });
keepWarningsInLog(log);

await serveBackend(
  {
    post: (message) => process.parentPort.postMessage(message),
    onMessage: (listener) => {
      process.parentPort.on('message', (event: { readonly data: ToBackend }) =>
        listener(event.data),
      );
    },
  },
  () => createBackend({ ...start, version, demoThread, log, polling: true }),
);
