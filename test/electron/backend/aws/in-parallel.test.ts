import { describe, expect, it } from 'vitest';
import { inParallel, together } from '../../../../electron/backend/aws/in-parallel.ts';

const tick = () => new Promise((resolve) => setImmediate(resolve));

describe('inParallel', () => {
  it('answers in order and never runs more than the limit', async () => {
    let running = 0;
    let most = 0;
    const results = await inParallel([5, 4, 3, 2, 1, 0], 3, async (item) => {
      running += 1;
      most = Math.max(most, running);
      for (let left = item; left > 0; left -= 1) await tick();
      running -= 1;
      return item * 10;
    });
    expect(results).toEqual([50, 40, 30, 20, 10, 0]);
    expect(most).toBe(3);
  });

  it('starts nothing after an error, and waits for what runs', async () => {
    const ended: number[] = [];
    const work = inParallel([0, 1, 2, 3], 2, async (item) => {
      if (item === 0) throw new Error('first');
      await tick();
      ended.push(item);
    });
    await expect(work).rejects.toThrow('first');
    expect(ended).toEqual([1]);
  });

  it('does nothing with nothing', async () => {
    expect(await inParallel([], 4, async () => 1)).toEqual([]);
  });
});

describe('together', () => {
  it('waits for the others before it throws', async () => {
    let ended = false;
    const slow = tick().then(() => {
      ended = true;
      return 1;
    });
    await expect(together([slow, Promise.reject(new Error('no'))])).rejects.toThrow('no');
    expect(ended).toBe(true);
  });
});
