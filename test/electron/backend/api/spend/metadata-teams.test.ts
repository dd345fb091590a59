import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { needsOf } from '../../../../../electron/backend/api/spend/needs.ts';
import { readSpend } from '../../../../../electron/backend/api/spend/read-spend.ts';
import { spendNames } from '../../../../../electron/backend/api/spend/spend-names.ts';
import { type Grouping, groupKey } from '../../../../../shared/cost/grouping.ts';
import { parseModelId } from '../../../../../shared/model/model-id.ts';
import type { TeamRule } from '../../../../../shared/model/team-rules.ts';
import { invocation, lines, withStore, writeLog } from '../../store/store-case.ts';

vi.setConfig({ testTimeout: 240_000 });

const PERIOD = { from: '2026-10-14', to: '2026-10-15' } as const;
const KEYS = ['app', 'cost.center', 'team', 'odd $key/x@y'] as const;
const VALUES = ['search', 'data', '', 'a b', '["x"]', '7'];

const metadata = fc.dictionary(fc.constantFrom(...KEYS), fc.constantFrom(...VALUES), {
  maxKeys: KEYS.length,
});
const calls = fc.array(fc.record({ metadata, input: fc.integer({ min: 1, max: 9 }) }), {
  minLength: 1,
  maxLength: 30,
});
const rules = fc.array(
  fc.record({
    by: fc.constant('metadata' as const),
    key: fc.constantFrom(...KEYS),
    value: fc.constantFrom(null, 'search', 'd*'),
    team: fc.constantFrom(null, 'one', 'two'),
  }),
  { minLength: 2, maxLength: 6 },
);

type Call = { readonly metadata: Readonly<Record<string, string>>; readonly input: number };

/** Input tokens by group, read from a store that holds the calls. */
async function told(logged: readonly Call[], grouping: Grouping, of: readonly TeamRule[]) {
  return withStoreOf(logged, async (store) => {
    const needs = needsOf([grouping, 'team'], of);
    const { usage } = await readSpend(store, {
      ...needs,
      period: PERIOD,
      hourly: false,
      filter: {},
    });
    const names = spendNames({ rules: of, readings: () => [] });
    const input = usage.filter(({ unit }) => unit === 'input-tokens');
    const model = (modelId: string) => parseModelId(modelId);
    return sumBy(
      input.map((row) => [
        groupKey(grouping, row, { model: model(row.modelId), names }),
        row.quantity,
      ]),
    );
  });
}

async function withStoreOf<T>(
  logged: readonly Call[],
  use: (store: Parameters<Parameters<typeof withStore>[0]>[0]) => Promise<T>,
): Promise<T> {
  const answers: T[] = [];
  await withStore(async (store, folder) => {
    const records = logged.map((call, index) =>
      invocation(`call-${index}`, {
        requestMetadata: call.metadata,
        input: { inputTokenCount: call.input },
      }),
    );
    await store.ingest([await writeLog(join(folder, 'calls.ndjson'), lines(...records))]);
    answers.push(await use(store));
  });
  const [answer] = answers;
  if (answer === undefined) throw new Error('the store was not asked');
  return answer;
}

function sumBy(pairs: readonly (readonly [string, number])[]) {
  const sums = new Map<string, number>();
  for (const [key, quantity] of pairs) sums.set(key, (sums.get(key) ?? 0) + quantity);
  return Object.fromEntries([...sums].sort());
}

/** The team of a call by the first rule that fits, written out a second time. */
function teamOf(call: Call, of: readonly TeamRule[]): string {
  for (const rule of of) {
    if (rule.by !== 'metadata') continue;
    const value = call.metadata[rule.key] ?? '';
    const fits =
      rule.value === null || (rule.value === 'd*' ? value.startsWith('d') : value === rule.value);
    if (value !== '' && fits) return rule.team ?? value;
  }
  return 'unassigned';
}

describe('rules over several keys of request metadata', () => {
  test('assign every token as each call by itself would be', async () => {
    await fc.assert(
      fc.asyncProperty(calls, rules, async (logged, of) => {
        const expected = sumBy(logged.map((call) => [teamOf(call, of), call.input]));
        expect(await told(logged, 'team', of)).toEqual(expected);
      }),
      { numRuns: 12 },
    );
  });

  test('leave a grouping by one of the keys, or by another, as it is', async () => {
    const of = KEYS.map((key): TeamRule => ({ by: 'metadata', key, value: null, team: null }));
    await fc.assert(
      fc.asyncProperty(calls, fc.constantFrom(...KEYS, 'none has it'), async (logged, key) => {
        const expected = sumBy(
          logged.map((call) => [
            Object.hasOwn(call.metadata, key) ? (call.metadata[key] ?? '') : '(none)',
            call.input,
          ]),
        );
        expect(await told(logged, `metadata:${key}`, of.slice(0, 3))).toEqual(expected);
      }),
      { numRuns: 8 },
    );
  });
});

test('a key that no metadata can have is refused, among several too', async () => {
  const ask = withStoreOf([], (store) =>
    store.ask('usage-cube', {
      ...PERIOD,
      granularity: 'day',
      dimensions: ['metadata'],
      metadataKeys: ['team', 'a"b'],
    }),
  );
  await expect(ask).rejects.toThrow('No request metadata has the key a"b');
});
