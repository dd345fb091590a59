import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { startDemoAccount } from './demo-account.ts';

const options = z.object({ now: z.string(), port: z.number().optional() }).parse(workerData);
const { close: _close, ...facts } = await startDemoAccount({
  now: options.now,
  ...(options.port === undefined ? {} : { port: options.port }),
});
parentPort?.postMessage(facts);
