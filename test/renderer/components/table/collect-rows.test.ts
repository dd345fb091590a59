import { expect, test } from 'vitest';
import { collectRows, EXPORT_LIMIT } from '../../../../renderer/components/table/collect-rows.ts';

function source(total: number) {
  return async (offset: number, limit: number) => ({
    rows: Array.from(
      { length: Math.max(0, Math.min(limit, total - offset)) },
      (_, index) => offset + index,
    ),
    total,
  });
}

function collect(total: number, cancelled = () => false) {
  const progress: [number, number][] = [];
  const onProgress = (done: number, of: number) => progress.push([done, of]);
  return collectRows({ fetchPage: source(total), onProgress, cancelled }).then((answer) => ({
    answer,
    progress,
  }));
}

test.each([0, 1, 499, 500, 501, 1234, EXPORT_LIMIT])(
  'takes all of %i rows, each once',
  async (total) => {
    const { answer } = await collect(total);
    expect(answer?.total).toBe(total);
    expect(answer?.rows).toEqual(Array.from({ length: total }, (_, index) => index));
  },
);

test('stops at the limit and says how many there were', async () => {
  const { answer, progress } = await collect(EXPORT_LIMIT + 777);
  expect(answer?.rows).toHaveLength(EXPORT_LIMIT);
  expect(answer?.total).toBe(EXPORT_LIMIT + 777);
  expect(progress.at(-1)).toEqual([EXPORT_LIMIT, EXPORT_LIMIT]);
});

test('gives nothing once it was cancelled', async () => {
  expect((await collect(5_000, () => true)).answer).toBeNull();
});

test('ends when the backend answers fewer rows than it counted', async () => {
  const answer = await collectRows({
    fetchPage: async (offset) => ({ rows: offset === 0 ? [7] : [], total: 3 }),
    onProgress: () => undefined,
    cancelled: () => false,
  });
  expect(answer).toEqual({ rows: [7], total: 3 });
});

test('passes the error of a page on', async () => {
  const failing = collectRows({
    fetchPage: () => Promise.reject(new Error('the store is closed')),
    onProgress: () => undefined,
    cancelled: () => false,
  });
  await expect(failing).rejects.toThrow('the store is closed');
});
