import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Backend, createBackend } from '../../electron/backend/create-backend.ts';
import { createLog } from '../../electron/backend/log.ts';
import type { Job } from '../../shared/api/answers.ts';
import { type Instant, instantOfMs } from '../../shared/model/period.ts';

/** A backend over the demo workspace, already scanned. */
export interface DemoBackend {
  readonly backend: Backend;
  /** The instant at which the demo's world ends. */
  readonly now: Instant;
  readonly job: Job;
  /** Assay's own folder; the demo's workspace lies in it. */
  readonly home: string;
  close(): Promise<void>;
}

/** Opens the demo as a first start does, scans it over the wire and waits for the end. */
export async function scannedDemo(): Promise<DemoBackend> {
  const home = await mkdtemp(join(tmpdir(), 'assay-demo-'));
  const now = instantOfMs(Math.floor(Date.now() / 1000) * 1000);
  const backend = await createBackend({
    workspace: 'demo',
    home,
    version: '0.0.0-test',
    log: createLog({ now: () => now, sinks: [] }),
    now: () => now,
    env: {},
  });
  const ended = jobEnd(backend);
  await backend.api['scan.start']({});
  const job = await ended;
  const close = async () => {
    await backend.close();
    await rm(home, { recursive: true, force: true });
  };
  return { backend, now, job, home, close };
}

/** The job that ends next. */
export function jobEnd(backend: Backend): Promise<Job> {
  return new Promise((resolve) => {
    const stop = backend.onEvent((event) => {
      if (event.type !== 'job' || event.job.state === 'running') return;
      stop();
      resolve(event.job);
    });
  });
}
