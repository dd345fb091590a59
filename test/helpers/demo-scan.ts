import process from 'node:process';
import { createBackend } from '../../electron/backend/create-backend.ts';
import { createLog } from '../../electron/backend/log.ts';
import type { Job } from '../../shared/api/answers.ts';
import { type Instant, instantOfMs } from '../../shared/model/period.ts';

/** What a scan of the demo left behind. */
export interface DemoScan {
  /** Assay's own folder; the scanned workspace lies in it, closed. */
  readonly home: string;
  /** The instant at which the demo's world ends. */
  readonly now: Instant;
  readonly job: Job;
}

/** A process of its own: `<this, bundled> <home> <the demo's thread, bundled>`; its answer is a message. */
const [home, demoThread] = process.argv.slice(2);
if (home === undefined || demoThread === undefined) throw new Error('Say where to scan, and how.');
process.once('disconnect', () => process.exit());
process.send?.(await scanDemo(home, demoThread), () => process.disconnect());

/** Opens the demo as a first start does, scans it over the wire and waits for the end. */
async function scanDemo(home: string, demoThread: string): Promise<DemoScan> {
  const now = instantOfMs(Math.floor(Date.now() / 1000) * 1000);
  const backend = await createBackend({
    workspace: 'demo',
    home,
    version: '0.0.0-test',
    log: createLog({ now: () => now, sinks: [] }),
    now: () => now,
    env: {},
    demoThread,
  });
  const ended = new Promise<Job>((end) => {
    backend.onEvent((event) => {
      if (event.type === 'job' && event.job.state !== 'running') end(event.job);
    });
  });
  await backend.api['scan.start']({});
  const job = await ended;
  await backend.close();
  return { home, now, job };
}
