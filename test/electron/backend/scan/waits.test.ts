import { describe, expect, it } from 'vitest';
import { pauseUnder } from '../../../../electron/backend/scan/pause.ts';
import { createPacer } from '../../../../electron/backend/sources/pacer.ts';

/** An hour: a wait that does not heed its signal fails by the time limit of the test. */
const LONG_MS = 3_600_000;

describe('a wait ends when its signal is given', () => {
  it('between looks at something that AWS is making', async () => {
    const abort = new AbortController();
    const wait = pauseUnder(abort.signal)(LONG_MS);
    abort.abort();
    await expect(wait).rejects.toMatchObject({ code: 'cancelled' });
    await expect(pauseUnder(abort.signal)(LONG_MS)).rejects.toMatchObject({ code: 'cancelled' });
  });

  it('before the next request of a limited operation, also of those that queue behind it', async () => {
    const abort = new AbortController();
    const pacer = createPacer(LONG_MS);
    await pacer(abort.signal);
    const waits = [pacer(abort.signal), pacer(abort.signal)];
    abort.abort();
    await expect(Promise.all(waits)).resolves.toBeDefined();
    await expect(pacer(abort.signal)).resolves.toBeUndefined();
  });
});
